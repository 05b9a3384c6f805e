import { defineCases } from '@lienthong/plugin-sdk'

const draft7 = '$schema: http://json-schema.org/draft-07/schema#\n'
const draft2019 = '$schema: https://json-schema.org/draft/2019-09/schema\n'
const head = '$schema: https://json-schema.org/draft/2020-12/schema\n'

export default {
  syntax: defineCases({
    valid: [
      `${head}type: object\n`,
      { format: 'sql', text: 'select 1;' },
      { format: 'markdown', text: '# Phạm vi\n' },
    ],
    invalid: [
      {
        name: 'JSON without a value',
        format: 'json-schema-json',
        text: '{ "type": }',
        findings: [{ messageId: 'unreadable', marked: '}' }],
      },
      {
        name: 'a statement that PostgreSQL does not know',
        format: 'sql',
        text: 'crate table a (b text);',
        findings: [{ messageId: 'unreadable', marked: 'crate' }],
      },
    ],
  }),
  'duplicate-key': defineCases({
    valid: ['a: 1\nb: 1\n'],
    invalid: [
      {
        name: 'a property declared twice',
        text: 'properties:\n  hoTen: { type: string }\n  hoTen: { type: integer }\n',
        findings: [{ messageId: 'twice', marked: 'hoTen', line: 3 }],
      },
    ],
  }),
  'meta-schema': defineCases({
    valid: [
      'type: string\nminLength: 1\n',
      {
        name: 'draft 7 and 2019-09 as they were',
        text: `${draft7}$id: '#a'\nitems: [{ type: string }]\nadditionalItems: false\ndependencies: { a: [b], b: { type: object } }\n`,
      },
      {
        name: '2019-09',
        text: `${draft2019}$recursiveAnchor: true\nitems: [{ type: string }, { $recursiveRef: '#' }]\n$defs:\n  A: { items: [true] }\n`,
      },
    ],
    invalid: [
      {
        name: 'what only older drafts allow',
        text: '$recursiveAnchor: true\nitems: [true]\n',
        findings: [
          { messageId: 'invalid', marked: 'true', line: 1 },
          { messageId: 'invalid', marked: '[true]' },
        ],
      },
      {
        name: 'what no draft allows',
        text: `${draft7}items: text\n`,
        findings: [{ messageId: 'invalid', marked: 'text' }],
      },
      { name: 'an unknown type', text: 'type: text\n', findings: [{ messageId: 'invalid', marked: 'text' }] },
      {
        name: 'a pattern that cannot be read',
        text: "type: string\npattern: '^[0-9'\n",
        findings: [{ messageId: 'invalid', marked: "'^[0-9'" }],
      },
    ],
  }),
  dialect: defineCases({
    valid: [`${head}type: object\n`],
    invalid: [
      {
        name: 'an older dialect',
        text: '$schema: http://json-schema.org/draft-07/schema#\ntype: object\n',
        findings: [{ messageId: 'other', marked: 'http://json-schema.org/draft-07/schema#' }],
        fixed: `${head}type: object\n`,
      },
    ],
  }),
  'required-exists': defineCases({
    valid: [
      'required: [a]\nproperties:\n  a: { type: string }\n',
      { name: 'a branch', text: 'properties:\n  a: { type: string }\nanyOf:\n  - required: [a]\n' },
      {
        name: 'declared elsewhere',
        text: "required: [a]\nallOf:\n  - $ref: '#/$defs/A'\n$defs:\n  A: { type: object }\n",
      },
    ],
    invalid: [
      {
        name: 'other letters',
        text: 'required: [hoten]\nproperties:\n  hoTen: { type: string }\n',
        findings: [{ messageId: 'missing', marked: 'hoten' }],
        fixed: 'required: [hoTen]\nproperties:\n  hoTen: { type: string }\n',
      },
      {
        name: 'listed twice',
        text: 'required: [a, a]\nproperties:\n  a: { type: string }\n',
        findings: [{ messageId: 'twice', marked: 'a', line: 1 }],
        fixed: 'required: [a]\nproperties:\n  a: { type: string }\n',
      },
    ],
  }),
}
