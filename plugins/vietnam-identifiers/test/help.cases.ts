import { defineHelpCases } from '@lienthong/plugin-sdk'

export default {
  'explain-identifier': defineHelpCases([
    {
      text: 'properties:\n  so‸Cccd: { type: string }\n',
      explains: [
        'Personal identification number',
        '^[0-9]{12}$',
        'char(12)',
        'exactly 12 digits',
        '26/2023/QH15',
      ],
    },
    { format: 'sql', text: 'create table t (ma_so_‸thue varchar(13));', explains: ['Tax'] },
    { text: 'properties:\n  gh‸iChu: { type: string }\n', explains: [] },
  ]),
  'propose-form': defineHelpCases([
    { text: 'properties:\n  soCccd:\n    pattern: ‸\n', proposes: ['^[0-9]{12}$'] },
    { text: 'properties:\n  soCccd:\n    maxLength: ‸\n', proposes: [12] },
    { format: 'sql', text: 'create table t (so_cccd ch‸);', proposes: ['char(12)'] },
    { text: 'properties:\n  ghiChu:\n    pattern: ‸\n', proposes: [] },
  ]),
}
