import { defineCases, type ValidCase } from '@lienthong/plugin-sdk'

const sql = (text: string): ValidCase => ({ format: 'sql', text })
const described = (name: string, description: string): string =>
  `properties:\n  ${name}: { description: ${description} }\n`

export default {
  'description-meaningful': defineCases({
    valid: [
      described('hoTen', 'Họ tên'),
      described('dienTich', '"Diện tích, mét vuông."'),
      described('status', 'Where the application stands'),
      described('ghiChu', 'Danh sách việc cần làm (todo list)'),
      described('none', 'Nobody lives here'),
      sql("comment on column cong_dan.ho_ten is 'Họ tên';\ncomment on table cong_dan is null;"),
      { name: 'a property of that name', text: 'properties:\n  description: { type: string }\n' },
    ],
    invalid: [
      {
        name: 'the name again',
        text: described('fullName', 'The full name.'),
        findings: [{ messageId: 'repeats', marked: 'The full name.' }],
      },
      {
        name: 'the name again, with its diacritics',
        text: described('họTên', 'Trường "họ tên"'),
        findings: [{ messageId: 'repeats', marked: 'Trường "họ tên"' }],
      },
      {
        name: 'placeholders',
        text: 'description: "TODO: viết mô tả"\nproperties:\n  a: { description: "..." }\n  b: { description: Sẽ bổ sung }\n',
        findings: [
          { messageId: 'placeholder', marked: '"TODO: viết mô tả"' },
          { messageId: 'placeholder', marked: '"..."' },
          { messageId: 'placeholder', marked: 'Sẽ bổ sung' },
        ],
      },
      {
        name: 'nothing',
        text: 'properties:\n  a: { type: string, description: "" }\n',
        findings: [{ messageId: 'empty', marked: '""' }],
        fixed: 'properties:\n  a: { type: string }\n',
      },
      {
        name: 'a comment',
        ...sql("comment on column a.ho_ten is 'ho ten';\ncomment on table a is 'TBD';"),
        findings: [
          { messageId: 'repeats', marked: "comment on column a.ho_ten is 'ho ten'" },
          { messageId: 'placeholder', marked: "comment on table a is 'TBD'" },
        ],
      },
    ],
  }),
  'description-missing': defineCases({
    valid: [
      'properties:\n  a: { type: string, description: Tên gọi }\n  b: { type: string, title: Tên }\n',
      {
        name: 'by reference',
        text: "properties:\n  a: { $ref: '#/$defs/A' }\n$defs:\n  A: { type: string, description: Mã số }\n",
      },
      {
        name: 'a condition declares nothing',
        text: 'if:\n  properties:\n    a: { const: 1 }\n',
      },
      sql(
        "create table a (b text);\nalter table a add c text;\ncomment on table a is 'Sổ';\ncomment on column a.b is 'Số';\ncomment on column a.c is 'Tờ';",
      ),
    ],
    invalid: [
      {
        name: 'a property and a definition',
        text: 'properties:\n  a: { type: string }\n$defs:\n  B: { type: string }\n',
        findings: [
          { messageId: 'missing', marked: 'a' },
          { messageId: 'missing', marked: 'B' },
        ],
      },
      {
        name: 'a table and a column',
        ...sql('create table a (b text);'),
        findings: [
          { messageId: 'missing', marked: 'a' },
          { messageId: 'missing', marked: 'b' },
        ],
      },
    ],
  }),
}
