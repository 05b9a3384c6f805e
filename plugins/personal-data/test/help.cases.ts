import { defineHelpCases } from '@lienthong/plugin-sdk'

export default {
  'explain-kind': defineHelpCases([
    {
      text: 'properties:\n  ho‸Ten: { type: string }\n',
      explains: ['basic personal data', 'name', '356/2025'],
    },
    { format: 'sql', text: 'create table t (ton_‸giao text);', explains: ['sensitive personal data'] },
    { text: 'properties:\n  ho‸Ten: { type: string, x-personal-data: none }\n', explains: [] },
  ]),
  'propose-labels': defineHelpCases([
    { text: 'properties:\n  hoTen:\n    x-personal-data: ‸\n', proposes: ['basic', 'sensitive', 'none'] },
    {
      name: 'a keyword that is not there yet',
      text: 'properties:\n  hoTen:\n    x-personal-data: basic\n    x-‸\n',
      proposes: ['x-purpose', 'x-protection'],
    },
  ]),
}
