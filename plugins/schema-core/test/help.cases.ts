import { defineHelpCases } from '@lienthong/plugin-sdk'

const property = (line: string) => `properties:\n  hoTen:\n    ${line}\n`

export default {
  'explain-keyword': defineHelpCases([
    { text: property('max‸Length: 12'), explains: ['maxLength', 'largest number of characters'] },
    { text: '$defs:\n  Ma: { pat‸tern: a }\n', explains: ['regular expression'] },
    { text: property('maxLength: 1‸2'), explains: [] },
    { name: 'a field of the name of a keyword', text: 'properties:\n  pat‸tern: {}\n', explains: [] },
  ]),
  'propose-values': defineHelpCases([
    {
      text: property('type: ‸'),
      proposes: ['string', 'integer', 'number', 'boolean', 'object', 'array', 'null'],
    },
    {
      format: 'json-schema-json',
      text: '{ "properties": { "hoTen": { "uniqueItems": ‸ } } }',
      proposes: ['true', 'false'],
    },
    {
      name: 'a field that is not required yet',
      text: 'type: object\nproperties: { a: {}, b: {}, c: {} }\nrequired:\n  - b\n  - ‸\n',
      proposes: ['a', 'c'],
    },
    { text: property('title: ‸'), proposes: [] },
  ]),
  'propose-keywords': defineHelpCases([
    {
      name: 'those of the type first, and none that is there or of another type',
      text: 'type: boolean\n$id: a\ntitle: a\ndescription: a\ndefault: true\nexamples: [true]\nenum: [true]\nconst: true\nformat: a\n$comment: a\nallOf: []\nanyOf: []\noneOf: []\n‸\n',
      proposes: [
        ...['$schema', '$ref', '$defs', '$anchor', 'deprecated', 'readOnly', 'writeOnly'],
        ...['not', 'if', 'then', 'else'],
      ],
    },
  ]),
}
