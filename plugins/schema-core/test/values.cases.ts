import { defineCases, type ExpectedFinding } from '@lienthong/plugin-sdk'

const draft7 = '$schema: http://json-schema.org/draft-07/schema#\n'
const person =
  'type: object\nrequired: [hoTen]\nadditionalProperties: false\nproperties:\n  hoTen: { type: string }\n  tuoi: { type: integer }\n'

const unfit = (marked: string, line?: number): ExpectedFinding => ({
  ...{ messageId: 'unfit', marked },
  ...(line === undefined ? {} : { line }),
})

export default {
  'values-fit': defineCases({
    valid: [
      "type: [string, 'null']\nmaxLength: 3\nexamples: ['001', null]\n",
      'uniqueItems: true\nminItems: 1\ndefault: [1, 2]\n',
      { name: 'a whole object', text: `${person}default: { hoTen: Lê An, tuoi: 30 }\n` },
      { name: 'floating multiples', text: 'multipleOf: 0.1\nexamples: [0.3, 4.7, 0, -0.2, 1000000.1]\n' },
      {
        name: 'what is not known',
        text: "examples: [1]\ndefault: { a: 1 }\n$ref: 'https://example.vn/a.json'\nproperties:\n  a: { $dynamicRef: '#a' }\nunevaluatedProperties: false\n",
      },
      {
        name: 'circles end',
        text: "default: 1\n$ref: '#/$defs/A'\n$defs:\n  A: { $ref: '#/$defs/B' }\n  B: { anyOf: [{ $ref: '#/$defs/A' }, { $ref: '#/$defs/B' }] }\n",
      },
      {
        name: 'a tree',
        text: "$ref: '#/$defs/Nut'\nexamples:\n  - { con: [{ con: [] }, {}] }\n$defs:\n  Nut: { type: object, properties: { con: { type: array, items: { $ref: '#/$defs/Nut' } } } }\n",
      },
      {
        name: 'another document',
        text: 'properties:\n  ma: { $ref: ma.schema.yaml, default: A1 }\n',
        others: { 'ma.schema.yaml': "$ref: '#/$defs/Ma'\n$defs:\n  Ma: { type: string, maxLength: 2 }\n" },
      },
      {
        name: 'branches',
        text: "anyOf: [{ type: string }, { type: 'null' }]\noneOf: [{ maxLength: 2 }, { minLength: 3 }]\nallOf: [{ pattern: a }]\nnot: { const: abc }\ndefault: ab\n",
      },
      {
        name: 'cases',
        text: 'if: { properties: { loai: { const: 1 } }, required: [loai] }\nthen: { required: [so] }\nelse: { required: [ten] }\nexamples:\n  - { loai: 1, so: 2 }\n  - { loai: 2, ten: a }\n',
      },
      {
        name: 'formats',
        text: [
          'properties:',
          "  a: { format: date, examples: ['2024-02-29', '0001-12-31'] }",
          "  b: { format: date-time, examples: ['2025-07-15T08:00:00+07:00', '2016-12-31t23:59:60.5z'] }",
          "  c: { format: time, examples: ['08:00:00Z'] }",
          '  d: { format: email, examples: [a@b.vn, \'"a b"@c.vn\'] }',
          "  e: { format: uri, examples: ['https://a.vn/?b=%20', 'urn:a:b'] }",
          '  f: { format: uuid, examples: [6F9619FF-8B86-D011-B42D-00C04FC964FF] }',
          '  g: { format: ipv4, examples: [10.0.0.255] }',
          '  h: { format: bien-so, examples: [x], default: 1 }',
          '',
        ].join('\n'),
      },
      {
        name: 'nothing follows from a format for a negation',
        text: 'default: abc\nnot: { not: { format: date } }\nif: { format: date }\nthen: false\nelse: false\n',
      },
      {
        name: 'draft 7 as it was',
        text: `${draft7}properties:\n  a: { items: [{ type: string }], additionalItems: { type: integer }, default: [a, 1, 2] }\n  b: { $ref: '#/definitions/B', maxLength: 1, default: abc }\n  c: { dependencies: { a: [b], c: { required: [d] } }, default: { a: 1, b: 1 } }\ndefinitions:\n  B: { type: string }\n`,
      },
      {
        name: 'a schema with an address of its own',
        text: "properties:\n  a:\n    $id: https://example.vn/a.json\n    $ref: '#/$defs/B'\n    default: 1\n    $defs:\n      B: { type: integer }\n$defs:\n  B: { type: string }\n",
      },
    ],
    invalid: [
      {
        name: 'too long, and not of the type',
        text: "type: string\nmaxLength: 2\nexamples: ['001']\ndefault: 1\n",
        findings: [
          { messageId: 'unfit', marked: "'001'" },
          { messageId: 'unfit', marked: '1', line: 4 },
        ],
      },
      {
        name: 'against the pattern',
        text: "type: string\npattern: '^[0-9]+$'\nexamples: [abc]\n",
        findings: [{ messageId: 'unfit', marked: 'abc' }],
      },
      {
        name: 'against a pattern that backtracks for years',
        text: `type: string\npattern: '^(a+)+$'\nexamples: [${'a'.repeat(60)}!]\n`,
        findings: [{ messageId: 'unfit', marked: `${'a'.repeat(60)}!` }],
      },
      {
        name: 'an item twice, and too few of them',
        text: 'properties:\n  a: { uniqueItems: true, default: [1, 7, 1] }\n  b: { minItems: 1, default: [] }\n',
        findings: [unfit('1', 2), unfit('[]')],
      },
      {
        name: 'an item of the wrong type, by place and by number',
        text: 'properties:\n  a: { items: { type: string }, examples: [[x, 2]] }\n  b: { prefixItems: [{ type: integer }], items: false, default: [1, 3] }\n  c: { contains: { const: 1 }, default: [4] }\n',
        findings: [unfit('2'), unfit('3'), unfit('[4]')],
      },
      {
        name: 'objects: a property is missing, wrong, too many',
        text: `${person}examples:\n  - { tuoi: 1 }\n  - { hoTen: 5 }\n  - { hoTen: An, ten: An }\n`,
        findings: [unfit('{ tuoi: 1 }'), unfit('5'), unfit('ten')],
      },
      {
        name: 'names, their number and what they bring along',
        text: 'properties:\n  a: { propertyNames: { maxLength: 1 }, default: { bb: 1 } }\n  b: { minProperties: 1, default: {} }\n  c: { dependentRequired: { a: [b] }, default: { a: 1 } }\n  d: { patternProperties: { ^x-: { type: string } }, default: { x-a: 2 } }\n',
        findings: [unfit('bb'), unfit('{}'), unfit('{ a: 1 }'), unfit('2')],
      },
      {
        name: 'behind references, from document to document',
        text: "properties:\n  a: { $ref: '#/$defs/A', default: 5 }\n  b: { $ref: 'ma.schema.yaml#/$defs/Ma', default: 6 }\n  c: { items: { $ref: ma.schema.yaml }, default: [x, 7] }\n$defs:\n  A: { $ref: '#/$defs/B' }\n  B: { type: string }\n",
        others: {
          'ma.schema.yaml': "$ref: '#/$defs/Ma'\n$defs:\n  Ma: { $ref: khac.schema.json }\n",
          'khac.schema.json': '{ "type": "string" }',
        },
        findings: [unfit('5'), unfit('6'), unfit('7')],
      },
      {
        name: 'branches',
        text: "properties:\n  a: { anyOf: [{ type: string }, { type: boolean }], default: 1 }\n  b: { oneOf: [{ minimum: 1 }, { minimum: 2 }], default: 3 }\n  c: { allOf: [{ type: string }, { maxLength: 1 }], default: ab }\n  d: { not: { type: 'null' }, default: null }\n  e: { anyOf: [{ type: object, properties: { x: { type: string } } }, { type: 'null' }], default: { x: 4 } }\n",
        findings: [unfit('1', 2), unfit('3'), unfit('ab'), unfit('null', 5), unfit('4')],
      },
      {
        name: 'a case',
        text: 'if: { properties: { loai: { const: 1 } } }\nthen: { required: [so] }\ndefault: { loai: 1 }\n',
        findings: [unfit('{ loai: 1 }')],
      },
      {
        name: 'numbers',
        text: 'properties:\n  a: { multipleOf: 2, default: 3 }\n  b: { exclusiveMinimum: 4, default: 4 }\n  c: { multipleOf: 0.1, default: 0.25 }\n',
        findings: [unfit('3'), unfit('4', 3), unfit('0.25')],
      },
      {
        name: 'formats',
        text: [
          'properties:',
          "  a: { format: date, default: '2025-13-45' }",
          "  b: { format: date, default: '2025-02-29' }",
          "  c: { format: date-time, default: '2025-07-15' }",
          "  d: { format: time, default: '25:00:00Z' }",
          '  e: { format: email, default: nguyen.an }',
          '  f: { format: uri, default: www.gov.vn }',
          '  g: { format: uuid, default: 6F9619FF }',
          '  h: { format: ipv4, default: 10.0.0.256 }',
          '',
        ].join('\n'),
        findings: [
          unfit("'2025-13-45'"),
          unfit("'2025-02-29'"),
          unfit("'2025-07-15'"),
          unfit("'25:00:00Z'"),
          unfit('nguyen.an'),
          unfit('www.gov.vn'),
          unfit('6F9619FF'),
          unfit('10.0.0.256'),
        ],
      },
      {
        name: 'tuples and dependencies of draft 7',
        text: `${draft7}properties:\n  a: { items: [{ type: string }], additionalItems: { type: integer }, default: [a, b] }\n  b: { dependencies: { a: [b] }, default: { a: 1 } }\n`,
        findings: [unfit('b', 3), unfit('{ a: 1 }')],
      },
      {
        name: 'one that grows with every branch is given up in time, the next is judged',
        text: `$ref: '#/$defs/A'\ndefault: 1\nproperties:\n  a: { type: string, default: 2 }\n$defs:\n  A: { allOf: [${"{ $ref: '#/$defs/A' }, ".repeat(9)}{}] }\n`,
        findings: [unfit('2')],
      },
    ],
  }),
}
