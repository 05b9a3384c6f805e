import { defineCases } from '@lienthong/plugin-sdk'

const draft7 = '$schema: http://json-schema.org/draft-07/schema#\n'
const draft2019 = '$schema: https://json-schema.org/draft/2019-09/schema\n'
const head = '$schema: https://json-schema.org/draft/2020-12/schema\n'

export default {
  'unknown-keyword': defineCases({
    valid: [
      'type: string\nx-chu-quan: Bộ Công an\n',
      {
        name: 'keywords of draft 7, also in a definition',
        text: `${draft7}additionalItems: false\ndefinitions:\n  A: { additionalItems: true, dependencies: {} }\n`,
      },
      {
        name: 'keywords of 2019-09',
        text: `${draft2019}$recursiveAnchor: true\n$defs:\n  A: { $recursiveRef: '#' }\n`,
      },
      { name: 'a property may have any name', text: 'properties:\n  requried: { type: string }\n' },
    ],
    invalid: [
      {
        name: 'a slip of the pen',
        text: 'requried: [a]\n',
        findings: [{ messageId: 'misspelt', marked: 'requried' }],
        fixed: 'required: [a]\n',
      },
      {
        name: 'a keyword of one’s own',
        text: 'chuQuan: a\n',
        findings: [{ messageId: 'unknown', marked: 'chuQuan' }],
      },
      {
        name: 'keywords that 2020-12 has no more',
        text: `${head}additionalItems: false\n$recursiveRef: '#'\n`,
        findings: [
          { messageId: 'unknown', marked: 'additionalItems' },
          { messageId: 'unknown', marked: '$recursiveRef' },
        ],
      },
    ],
  }),
  'idle-keyword': defineCases({
    valid: [
      'type: [string, integer]\nmaxLength: 1\n',
      'if: { required: [a] }\nthen: { required: [b] }\n',
      {
        name: 'what "if" has seen is not forbidden',
        text: 'unevaluatedProperties: false\nallOf:\n  - if: { properties: { a: { type: string } } }\n',
      },
    ],
    invalid: [
      {
        name: 'a length on a number',
        text: 'type: integer\nmaxLength: 12\n',
        findings: [{ messageId: 'idle', marked: 'maxLength' }],
        fixed: 'type: integer\n',
      },
      {
        name: 'without a partner',
        text: 'properties:\n  a:\n    if: { required: [b] }\n    minContains: 2\n    title: A\n  b: { else: false, type: string }\n',
        findings: [
          { messageId: 'alone', marked: 'if' },
          { messageId: 'alone', marked: 'minContains' },
          { messageId: 'alone', marked: 'else' },
        ],
        fixed: 'properties:\n  a:\n    title: A\n  b: { type: string }\n',
      },
    ],
  }),
}
