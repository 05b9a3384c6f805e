import { type CaseInputs, defineCases, type ValidCase } from '@lienthong/plugin-sdk'

const inputs: CaseInputs = {
  directives: {
    day: '2026-11-27',
    directives: [
      { code: 'NQ-71-CP', number: '71/NQ-CP', issuedOn: '2025-04-01' },
      { code: 'NQ-57-TW', number: '57-NQ/TW', issuedOn: '2024-12-22' },
      {
        ...{ code: 'ND-278-2025', number: '278/2025/NĐ-CP', validFrom: '2025-10-22' },
        provisions: ['Điều 2', 'Khoản 2 Điều 4', 'Điều 5'].map(label => ({ label, text: null })),
      },
      {
        ...{ code: 'ND-47-2024', number: '47/2024/NĐ-CP', status: 'repealed' },
        ...{ validFrom: '2024-05-09', validTo: '2025-08-19', successorCode: 'ND-194-2025' },
      },
      { code: 'ND-194-2025', number: '194/2025/NĐ-CP', validFrom: '2025-08-19' },
      { code: 'QD-292', number: '292/QĐ-BKHCN', issuedOn: '2025-03-25', status: 'unknown' },
      { code: 'L-148-2025', number: '148/2025/QH15', validFrom: '2027-01-01' },
      { code: 'QD-5', number: '5/QĐ-TTg', status: 'repealed' },
      { code: 'ND-73-2019', number: '73/2019/NĐ-CP', validFrom: '2020-01-01', status: 'partly-repealed' },
    ],
  },
}

const markdown = (text: string): ValidCase => ({ format: 'markdown', text, inputs })
const yaml = (text: string): ValidCase => ({ text, inputs })
const sql = (text: string): ValidCase => ({ format: 'sql', text, inputs })

export default {
  'known-code': defineCases({
    valid: [
      markdown(
        '# Căn cứ\n\n- `NQ-71-CP` (71/NQ-CP)\n- `nq-71-cp`, `REQ-DC-001`, NQ-99-CP không trong dấu nháy\n',
      ),
      markdown('| Mã | Văn bản |\n|---|---|\n| `ND-278-2025` | 278/2025/nđ-cp |\n'),
      yaml('x-legal-basis: [NQ-71-CP, "Điều 5 Nghị định 278/2025/NĐ-CP"]\n'),
    ],
    invalid: [
      {
        name: 'a slip of the pen',
        ...markdown('# Căn cứ\n\n- `NQ-71-PC`: chương trình\n'),
        findings: [{ messageId: 'unknown', marked: 'NQ-71-PC' }],
        fixed: '# Căn cứ\n\n- `NQ-71-CP`: chương trình\n',
      },
      {
        name: 'the number beside it says what was meant',
        ...markdown('| `QD-278` | 278/2025/NĐ-CP |\n'),
        findings: [{ messageId: 'unknown', marked: 'QD-278` | 278/2025/NĐ-CP' }],
        fixed: '| `ND-278-2025` | 278/2025/NĐ-CP |\n',
      },
      {
        name: 'a code of one and the number of another directive',
        ...markdown('- `NQ-57-TW` (71/NQ-CP): hành động\n'),
        findings: [{ messageId: 'otherNumber', marked: 'NQ-57-TW` (71/NQ-CP' }],
        fixed: '- `NQ-71-CP` (71/NQ-CP): hành động\n',
      },
      {
        name: 'in a schema',
        ...yaml('title: Công dân\nx-legal-basis: NQ-71-CX\n'),
        findings: [{ messageId: 'unknown', marked: 'NQ-71-CX' }],
        fixed: 'title: Công dân\nx-legal-basis: NQ-71-CP\n',
      },
    ],
  }),
  'known-number': defineCases({
    valid: [
      markdown(
        'Theo Nghị quyết 71/NQ-CP và 57-NQ/TW; ngày 22/7/2025, 34/34 tỉnh, QCVN 109:2017/BTTTT, 3/4.\n',
      ),
      markdown('Nghị định 13/2023/NĐ-CP đã bị bãi bỏ.\n\nNghị định 14/2023/NĐ-CP trước đây.\n'),
      markdown('## Căn cứ đã thay thế\n\n- 13/2023/NĐ-CP\n'),
    ],
    invalid: [
      {
        ...markdown('Theo 17/NQ-CP, và lại theo 17/NQ-CP.\n'),
        findings: [
          { messageId: 'unknown', marked: '17/NQ-CP' },
          { messageId: 'unknown', marked: '17/NQ-CP' },
        ],
      },
      {
        ...yaml('properties:\n  a: { description: Theo 13/2023/NĐ-CP }\n'),
        findings: [{ messageId: 'unknown', marked: '13/2023/NĐ-CP' }],
      },
      {
        ...sql("comment on table a is 'Theo 13/2023/NĐ-CP';"),
        findings: [{ messageId: 'unknown', marked: '13/2023/NĐ-CP' }],
      },
    ],
  }),
  'known-provision': defineCases({
    valid: [
      markdown('Theo Điều 5 Nghị định 278/2025/NĐ-CP, khoản 9 Điều 4 Nghị định số 278/2025/NĐ-CP.\n'),
      { name: 'no provision is on record', ...markdown('Theo Điều 9 Nghị quyết 71/NQ-CP\n') },
    ],
    invalid: [
      {
        ...markdown('Theo khoản 1 Điều 55 Nghị định 278/2025/NĐ-CP.\n'),
        findings: [{ messageId: 'unknown', marked: '278/2025/NĐ-CP' }],
      },
    ],
  }),
  'in-force': defineCases({
    valid: [
      markdown('Căn cứ Nghị định 278/2025/NĐ-CP, Nghị quyết 71/NQ-CP, 73/2019/NĐ-CP và 292/QĐ-BKHCN.\n'),
      { name: 'history', ...markdown('Thay thế Nghị định 47/2024/NĐ-CP.\n') },
      {
        name: 'the day that the document states',
        ...markdown('# Đặc tả\n\nNgày áp dụng: 15/07/2025\n\n## Căn cứ\n\n- 47/2024/NĐ-CP\n'),
      },
      {
        name: 'the day that a schema states',
        ...yaml("x-as-of: '2025-07-15'\n$defs:\n  A: { description: 47/2024/NĐ-CP }\n"),
      },
    ],
    invalid: [
      {
        name: 'replaced, with code and number',
        ...markdown('| `ND-47-2024` | 47/2024/NĐ-CP | Danh mục |\n'),
        findings: [{ messageId: 'replaced', marked: 'ND-47-2024` | 47/2024/NĐ-CP' }],
        fixed: '| `ND-194-2025` | 194/2025/NĐ-CP | Danh mục |\n',
      },
      {
        name: 'only the second time, and replaced',
        ...sql("-- 147/2024/NĐ-CP\ncomment on table a is 'Theo 47/2024/NĐ-CP';"),
        findings: [{ messageId: 'replaced', marked: '47/2024/NĐ-CP', line: 2 }],
        fixed: "-- 147/2024/NĐ-CP\ncomment on table a is 'Theo 194/2025/NĐ-CP';",
      },
      {
        name: 'no successor',
        ...yaml('description: Theo 5/QĐ-TTg\n'),
        findings: [{ messageId: 'ended', marked: '5/QĐ-TTg' }],
      },
      {
        name: 'not yet, on the day of the document',
        ...markdown('As of: 2025-01-01\n\nTheo 278/2025/NĐ-CP\n'),
        findings: [{ messageId: 'notYet', marked: '278/2025/NĐ-CP' }],
      },
      {
        name: 'not yet today',
        ...markdown('Theo Luật 148/2025/QH15\n'),
        findings: [{ messageId: 'notYet', marked: '148/2025/QH15' }],
      },
    ],
  }),
  'force-known': defineCases({
    valid: [markdown('Căn cứ 71/NQ-CP, 47/2024/NĐ-CP, 148/2025/QH15.\n')],
    invalid: [
      {
        ...markdown('Căn cứ 292/QĐ-BKHCN và 73/2019/NĐ-CP.\n'),
        findings: [
          { messageId: 'unknown', marked: '292/QĐ-BKHCN' },
          { messageId: 'partly', marked: '73/2019/NĐ-CP' },
        ],
      },
      {
        name: 'an earlier day, and no known beginning',
        ...markdown('As of: 2025-07-15\n\nTheo 71/NQ-CP\n'),
        findings: [{ messageId: 'unknown', marked: '71/NQ-CP' }],
      },
    ],
  }),
  'specification-basis': defineCases({
    valid: [
      markdown('# Đặc tả\n\nTheo `NQ-71-CP`.\n\nREQ-01: Một.\n'),
      markdown('# Ghi chú không có yêu cầu\n'),
    ],
    invalid: [
      {
        ...markdown('# Đặc tả\n\nTheo 99/NQ-CP.\n\nREQ-01: Một.\n'),
        findings: [{ messageId: 'missing', marked: 'Đặc tả' }],
      },
    ],
  }),
  'requirement-basis': defineCases({
    valid: [markdown('REQ-01: Kết nối qua nền tảng (khoản 2 Điều 4 Nghị định 278/2025/NĐ-CP).\n')],
    invalid: [
      {
        ...markdown('REQ-01: Một, theo 99/NQ-CP.\n'),
        findings: [{ messageId: 'missing', marked: 'REQ-01' }],
      },
    ],
  }),
  'field-requirement': defineCases({
    valid: [
      'properties:\n  a: { description: Mã (REQ-DC-002) }\n  b: { $ref: "#/$defs/B" }\n$defs:\n  B: { description: Theo YC-12 }\n',
      'description: Theo REQ-DC-1.\nproperties:\n  a: {}\n',
      sql("create table a (b int);\ncomment on column a.b is 'Mã (REQ-1)';"),
    ],
    invalid: [
      {
        text: 'properties:\n  a: { description: PREQ-1 }\n',
        findings: [{ messageId: 'missing', marked: 'a' }],
      },
      { ...sql('create table a (b int);'), findings: [{ messageId: 'missing', marked: 'b' }] },
    ],
  }),
}
