import { defineCases } from '@lienthong/plugin-sdk'
import { markdown, wrong } from './written.ts'

export default {
  'duplicate-requirement': defineCases({
    valid: [markdown('# A\n\n- YC-001 Một\n- YC-002 Hai\n')],
    invalid: [
      wrong('an id twice', markdown('# A\n\n- YC-001 Một\n\n# B\n\n- YC-001 Hai\n'), ['twice', 'YC-001', 7]),
    ],
  }),
  'broken-link': defineCases({
    valid: [
      markdown('# Phạm vi\n\nXem [phạm vi](#phạm-vi) và [luật](https://example.vn).\n'),
      { ...markdown('# A\n\n# A\n\n[thứ hai](#a-1)\n'), name: 'a heading that occurs again' },
    ],
    invalid: [
      wrong('no such heading', markdown('# Phạm vi\n\nXem [phạm vi](#phạm-v).\n'), [
        'missingNear',
        '#phạm-v',
      ]),
    ],
  }),
}
