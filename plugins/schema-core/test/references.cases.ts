import { defineCases } from '@lienthong/plugin-sdk'

export default {
  'ref-resolves': defineCases({
    valid: [
      "$ref: '#/$defs/A'\n$defs:\n  A: { type: string }\n",
      { name: 'a document of somebody else', text: "$ref: 'https://example.vn/a.json'\n" },
      {
        name: 'another document, itself, and what lies behind it',
        text: "properties:\n  a: { $ref: 'ma.schema.yaml#/$defs/Ma' }\n  b: { $ref: ma.schema.yaml }\n  c: { $ref: 'ma.schema.yaml#nhan' }\n",
        others: {
          'ma.schema.yaml':
            "$ref: 'khac.schema.json#/$defs/B'\n$defs:\n  Ma: { $ref: 'khac.schema.json' }\n  N: { $anchor: nhan }\n",
          'khac.schema.json': '{ "$defs": { "B": {} } }',
        },
      },
      {
        name: 'what may be in a part that cannot be read',
        text: "$ref: 'ma.schema.yaml#/$defs/Ma'\n",
        others: { 'ma.schema.yaml': '$defs:\n  Ma: { type: "x\n' },
      },
    ],
    invalid: [
      {
        name: 'a slip of the pen',
        text: "properties:\n  a: { $ref: '#/$defs/CongDna' }\n$defs:\n  CongDan: { type: string }\n",
        findings: [{ messageId: 'missing', marked: "'#/$defs/CongDna'" }],
        fixed: "properties:\n  a: { $ref: '#/$defs/CongDan' }\n$defs:\n  CongDan: { type: string }\n",
      },
      {
        name: 'a part that another document does not have',
        text: "$ref: 'ma.schema.yaml#/$defs/Mã'\n",
        others: { 'ma.schema.yaml': '$defs:\n  Ma: {}\n' },
        findings: [{ messageId: 'missingThere', marked: "'ma.schema.yaml#/$defs/Mã'" }],
      },
      {
        name: 'no such document',
        text: "$ref: 'khong-co.schema.yaml#/$defs/Ma'\n",
        findings: [{ messageId: 'missingDocument', marked: "'khong-co.schema.yaml#/$defs/Ma'" }],
      },
      {
        name: 'a script is no schema',
        text: '$ref: bang.sql\n',
        others: { 'bang.sql': 'create table a (b int);' },
        findings: [{ messageId: 'missingThere', marked: 'bang.sql' }],
      },
      {
        name: 'this document by its own address',
        text: "$id: https://example.vn/a.json\nproperties:\n  a: { $ref: 'a.json#/$defs/A' }\n  b: { $ref: 'a.json#/$defs/B' }\n$defs:\n  A: {}\n",
        findings: [{ messageId: 'missingThere', marked: "'a.json#/$defs/B'" }],
      },
    ],
  }),
  'ref-ends': defineCases({
    valid: [
      "$ref: '#/$defs/A'\n$defs:\n  A: { $ref: '#/$defs/B' }\n  B: { type: string }\n",
      {
        name: 'trees',
        text: "properties:\n  con: { $ref: '#' }\nitems: { $ref: '#' }\n$defs:\n  A: { anyOf: [{ type: string }, { items: { $ref: '#/$defs/A' } }] }\n",
      },
      {
        name: 'into a circle, and past it',
        text: "$ref: 'khac.schema.yaml'\nproperties:\n  a: { $ref: '#/$defs/A' }\n$defs:\n  A: { allOf: [{ properties: { a: { $ref: '#/$defs/A' } } }] }\n",
      },
    ],
    invalid: [
      {
        name: 'to itself',
        text: "properties:\n  a: { $ref: '#/$defs/A' }\n$defs:\n  A: { $ref: '#/$defs/A' }\n",
        findings: [{ messageId: 'itself', marked: "'#/$defs/A'", line: 4 }],
      },
      {
        name: 'through others, and through allOf',
        text: "$defs:\n  A: { $ref: '#/$defs/B', title: A }\n  B: { allOf: [{ type: object }, { $ref: '#/$defs/C' }] }\n  C: { $ref: '#/$defs/A' }\n",
        findings: [
          { messageId: 'circle', marked: "'#/$defs/B'" },
          { messageId: 'circle', marked: "'#/$defs/C'" },
          { messageId: 'circle', marked: "'#/$defs/A'" },
        ],
      },
      {
        name: 'the root',
        text: "allOf:\n  - { $ref: '#' }\n",
        findings: [{ messageId: 'itself', marked: "'#'" }],
      },
    ],
  }),
  'duplicate-anchor': defineCases({
    valid: [
      '$anchor: a\n$defs:\n  A: { $anchor: b, $dynamicAnchor: b }\n',
      {
        name: 'in schemas with addresses of their own',
        text: '$defs:\n  A: { $anchor: a }\n  B: { $id: https://example.vn/b.json, $anchor: a }\n  C: { $id: https://example.vn/c.json, properties: { c: { $anchor: a } } }\n',
      },
      {
        name: 'a property of that name',
        text: 'properties:\n  $anchor: { const: a }\n  b: { $anchor: a }\n',
      },
    ],
    invalid: [
      {
        name: 'in two definitions, and below one',
        text: '$defs:\n  A: { $anchor: a }\n  B: { $anchor: a, properties: { b: { $dynamicAnchor: a } } }\n',
        findings: [
          { messageId: 'twice', marked: 'a', line: 3 },
          { messageId: 'twice', marked: 'a', line: 3 },
        ],
      },
    ],
  }),
  'unused-definition': defineCases({
    valid: [
      "properties:\n  a: { $ref: '#/$defs/A' }\n$defs:\n  A: { $ref: '#/$defs/B' }\n  B: { type: string }\n",
      { name: 'a library', text: 'title: Danh mục\n$defs:\n  A: { type: string }\n' },
    ],
    invalid: [
      {
        name: 'definitions that only refer to each other',
        text: "type: object\n$defs:\n  A: { $ref: '#/$defs/B' }\n  B: { $ref: '#/$defs/A' }\n",
        findings: [
          { messageId: 'unused', marked: 'A' },
          { messageId: 'unused', marked: 'B' },
        ],
      },
      {
        name: 'one of several',
        text: "$ref: '#/$defs/A'\n$defs:\n  A: {}\n  B:\n    type: string\n  C: { type: 'null' }\n",
        findings: [
          { messageId: 'unused', marked: 'B' },
          { messageId: 'unused', marked: 'C' },
        ],
        fixed: "$ref: '#/$defs/A'\n$defs:\n  A: {}\n",
      },
      {
        name: 'the only one',
        text: 'type: object\n$defs:\n  A: { type: string }\n',
        findings: [{ messageId: 'unused', marked: 'A' }],
        fixed: 'type: object\n$defs:\n  {}\n',
      },
      {
        name: 'one of several, in JSON',
        format: 'json-schema-json',
        text: '{ "$ref": "#/$defs/A", "$defs": { "B": { "type": "string" }, "A": {} } }',
        findings: [{ messageId: 'unused', marked: '"B"' }],
        fixed: '{ "$ref": "#/$defs/A", "$defs": { "B": { "type": "string" }, "A": {} } }',
      },
    ],
  }),
  'duplicate-definition': defineCases({
    valid: ['$defs:\n  A: { type: string, maxLength: 1 }\n  B: { type: string, maxLength: 2 }\n'],
    invalid: [
      {
        name: 'equal but for the title',
        text: '$defs:\n  A: { type: string, maxLength: 1 }\n  B: { type: string, maxLength: 1, title: B }\n',
        findings: [{ messageId: 'same', marked: 'B' }],
      },
    ],
  }),
}
