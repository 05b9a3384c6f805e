import { defineCases } from '@lienthong/plugin-sdk'

const draft7 = '$schema: http://json-schema.org/draft-07/schema#\n'

export default {
  contradiction: defineCases({
    valid: [
      'type: string\nminLength: 9\nmaxLength: 12\n',
      'type: number\nexclusiveMinimum: 0\nmaximum: 1\n',
      'type: integer\nexclusiveMinimum: 0\nexclusiveMaximum: 2\n',
      {
        name: 'an integer is a number',
        text: 'allOf:\n  - { type: integer }\n  - { type: [number, string] }\n',
      },
      {
        name: 'types that are not known',
        text: "type: object\nallOf:\n  - { $ref: 'https://example.vn/a.json' }\n  - { $ref: '#/$defs/A' }\n$defs:\n  A: { allOf: [{ $ref: '#/$defs/A' }] }\n",
      },
      {
        name: 'nothing counts beside a reference in draft 7',
        text: `${draft7}properties:\n  a: { $ref: '#/definitions/A', type: integer }\ndefinitions:\n  A: { type: string }\n`,
      },
      {
        name: 'a field that is forbidden, and not required',
        text: 'required: [b]\nproperties:\n  a: false\n  b: { not: { type: string } }\n',
      },
      { name: 'a const that fits', text: 'type: string\npattern: ^[a-z]$\nenum: [a, b]\nconst: a\n' },
      { name: 'the same in another order', text: 'enum: [{ a: 1, b: 2 }]\nconst: { b: 2, a: 1 }\n' },
    ],
    invalid: [
      {
        name: 'bounds crossed',
        text: 'type: string\nminLength: 12\nmaxLength: 9\n',
        findings: [{ messageId: 'crossed', marked: 'maxLength: 9' }],
      },
      {
        name: 'an empty range',
        text: 'type: number\nminimum: 1\nexclusiveMaximum: 1\n',
        findings: [{ messageId: 'empty', marked: 'exclusiveMaximum: 1' }],
      },
      {
        name: 'const outside of enum',
        text: 'enum: [a, b]\nconst: c\n',
        findings: [{ messageId: 'constOutside', marked: 'c' }],
      },
      {
        name: 'const of another type, and against the pattern',
        text: "properties:\n  a: { type: string, const: 1 }\n  b: { pattern: '^[0-9]+$', const: x }\n",
        findings: [
          { messageId: 'constUnfit', marked: '1' },
          { messageId: 'constUnfit', marked: 'x' },
        ],
      },
      {
        name: 'no integer between',
        text: 'type: integer\nexclusiveMinimum: 1\nexclusiveMaximum: 2\n',
        findings: [{ messageId: 'empty', marked: 'exclusiveMaximum: 2' }],
      },
      {
        name: 'the tighter of two lower bounds',
        text: 'minimum: 10\nexclusiveMinimum: 0\nexclusiveMaximum: 5\n',
        findings: [{ messageId: 'empty', marked: 'exclusiveMaximum: 5' }],
      },
      {
        name: 'branches of types that exclude each other',
        text: 'allOf:\n  - { type: string }\n  - { type: integer }\n',
        findings: [{ messageId: 'disjoint', marked: '{ type: integer }' }],
      },
      {
        name: 'a type beside references, also into another document',
        text: "properties:\n  a: { type: integer, $ref: '#/$defs/A' }\n  b: { type: object, allOf: [{ $ref: ma.schema.yaml }] }\n$defs:\n  A: { type: string }\n",
        others: { 'ma.schema.yaml': "$ref: '#/$defs/Ma'\n$defs:\n  Ma: { type: string }\n" },
        findings: [
          { messageId: 'disjoint', marked: "'#/$defs/A'" },
          { messageId: 'disjoint', marked: '{ $ref: ma.schema.yaml }' },
        ],
      },
      {
        name: 'an empty enum',
        text: 'type: string\nenum: []\n',
        findings: [{ messageId: 'noValue', marked: 'enum: []' }],
      },
      {
        name: 'everything negated',
        text: 'properties:\n  a: { not: {} }\n  b: { not: true }\n',
        findings: [
          { messageId: 'noValue', marked: 'not: {}' },
          { messageId: 'noValue', marked: 'not: true' },
        ],
      },
      {
        name: 'a required field that is forbidden',
        text: 'required: [b, a]\nproperties:\n  a: false\n  b: true\n',
        findings: [{ messageId: 'forbidden', marked: 'a', line: 1 }],
      },
    ],
  }),
  'enum-values': defineCases({
    valid: ["type: string\nenum: ['1', '2']\n"],
    invalid: [
      {
        name: 'twice, and a number among strings',
        text: "type: string\nenum: ['1', '1', 2]\n",
        findings: [
          { messageId: 'twice', marked: "'1'" },
          { messageId: 'type', marked: '2' },
        ],
        fixed: "type: string\nenum: ['1', '2']\n",
      },
    ],
  }),
}
