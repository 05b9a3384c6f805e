import { defineCases, type ValidCase } from '@lienthong/plugin-sdk'

const sql = (text: string): ValidCase => ({ format: 'sql', text })

export default {
  classification: defineCases({
    valid: [
      'properties:\n  hoTen: { type: string, x-personal-data: basic }\n',
      {
        name: 'the whole document',
        text: 'x-personal-data: basic\nproperties:\n  a: { $ref: "#/$defs/A" }\n$defs:\n  A: { properties: { hoTen: { type: string } } }\n',
      },
      {
        name: 'in words',
        text: 'description: Người dân; dữ liệu cá nhân cơ bản.\nproperties:\n  hoTen: { type: string }\n',
      },
      { name: 'none', text: 'properties:\n  soDienThoai: { type: string, x-personal-data: none }\n' },
      {
        name: 'a definition',
        text: 'properties:\n  hoTen: { $ref: "#/$defs/A" }\n$defs:\n  A: { type: object, x-personal-data: basic }\n',
      },
      {
        name: 'about it',
        text: 'properties:\n  ngayCapCccd: { type: string, format: date }\n  coHoChieu: { type: boolean }\n',
      },
      { name: 'narrowed', text: 'if: { properties: { gioiTinh: { const: "1" } } }\n' },
      sql(
        "create table a (ho_ten text, chuc_vu text);\ncomment on table a is 'Cán bộ. Dữ liệu cá nhân cơ bản.';",
      ),
      sql("create table a (sdt text);\ncomment on column a.sdt is 'Tổng đài; không phải dữ liệu cá nhân';"),
      sql(
        'create table doanh_nghiep (ma_so_thue char(10), ten text, dia_chi text, email text, so_dien_thoai text);',
      ),
    ],
    invalid: [
      {
        name: 'one field',
        text: '$defs:\n  NguoiDan:\n    properties:\n      hoTen: { type: string }\n',
        findings: [{ messageId: 'one', marked: 'hoTen' }],
        fixed:
          '$defs:\n  NguoiDan:\n    properties:\n      hoTen: { type: string, x-personal-data: basic }\n',
      },
      {
        name: 'several, once for their entity',
        format: 'sql',
        text: 'create table cong_dan (so_cccd char(12), "Ngày sinh" date, phone_number text, ghi_chu text);',
        findings: [{ messageId: 'several', marked: 'cong_dan' }],
      },
      {
        name: 'by its title, its description and its format',
        text: '$defs:\n  A:\n    properties:\n      a: { type: string, title: Quốc tịch }\n      b: { type: string, description: Nơi thường trú của công dân. }\n      c: { type: string, format: email }\n',
        findings: [{ messageId: 'several', marked: 'A' }],
      },
      {
        name: 'what may be sensitive, without a fix',
        text: '$defs:\n  A: { properties: { lichSuDiChuyen: { type: array } } }\n',
        findings: [{ messageId: 'one', marked: 'lichSuDiChuyen' }],
        fixed: '$defs:\n  A: { properties: { lichSuDiChuyen: { type: array } } }\n',
      },
    ],
  }),
  'sensitive-classification': defineCases({
    valid: [
      'properties:\n  tonGiao: { type: string, x-personal-data: sensitive }\n',
      {
        name: 'said in words',
        text: 'properties:\n  ton_giao: { type: string, description: Mã tôn giáo; dữ liệu cá nhân nhạy cảm. }\n',
      },
      { name: 'of an organisation', text: 'properties:\n  coSoTonGiao: { type: string }\n' },
      sql(
        "create table a (ton_giao text);\ncomment on column a.ton_giao is 'Dữ liệu cá nhân nhạy cảm (REQ-DC-014)';",
      ),
      { name: 'a certificate', text: 'properties:\n  certificateFingerprint: { type: string }\n' },
    ],
    invalid: [
      {
        name: 'religion and blood group',
        text: 'properties:\n  tonGiao: { type: string }\n  nhomMau:\n    enum: [A, B]\n    type: string\n',
        findings: [
          { messageId: 'unlabelled', marked: 'tonGiao' },
          { messageId: 'unlabelled', marked: 'nhomMau' },
        ],
        fixed:
          'properties:\n  tonGiao: { type: string, x-personal-data: sensitive }\n  nhomMau:\n    x-personal-data: sensitive\n    enum: [A, B]\n    type: string\n',
      },
      {
        name: 'a column',
        format: 'sql',
        text: 'create table a (dau_van_tay bytea);',
        findings: [{ messageId: 'unlabelled', marked: 'dau_van_tay' }],
      },
      {
        name: 'the image of a card, not its number',
        text: 'properties:\n  anhCccd: { type: string }\n',
        findings: [{ messageId: 'unlabelled', marked: 'anhCccd' }],
        fixed: 'properties:\n  anhCccd: { type: string, x-personal-data: sensitive }\n',
      },
    ],
  }),
  'sensitive-as-basic': defineCases({
    valid: [
      'x-personal-data: basic\nproperties:\n  nhomMau: { type: string, x-personal-data: sensitive }\n',
      'x-personal-data: sensitive\nproperties:\n  hoTen: { type: string }\n',
      {
        name: 'no personal data',
        text: 'properties:\n  chanDoan: { type: string, x-personal-data: none }\n',
      },
      {
        name: 'not confirmed',
        text: 'properties:\n  lichSuDiChuyen: { type: array, x-personal-data: basic }\n',
      },
    ],
    invalid: [
      {
        name: 'its own label',
        text: 'properties:\n  danToc: { type: string, x-personal-data: basic }\n',
        findings: [{ messageId: 'basic', marked: 'basic' }],
        fixed: 'properties:\n  danToc: { type: string, x-personal-data: sensitive }\n',
      },
      {
        name: 'the document’s label',
        text: 'x-personal-data: basic\n$defs:\n  A: { properties: { danToc: { type: string } } }\n',
        findings: [{ messageId: 'basic', marked: 'danToc' }],
        fixed:
          'x-personal-data: basic\n$defs:\n  A: { properties: { danToc: { type: string, x-personal-data: sensitive } } }\n',
      },
      {
        name: 'the table’s label',
        format: 'sql',
        text: "create table a (tien_an text);\ncomment on table a is 'Basic personal data.';",
        findings: [{ messageId: 'basic', marked: 'tien_an' }],
      },
    ],
  }),
  label: defineCases({
    valid: [
      'x-personal-data: none\nproperties:\n  a: { x-personal-data: sensitive }\n  x-personal-data: { type: string }\n',
    ],
    invalid: [
      {
        name: 'a slip, and Vietnamese',
        text: 'properties:\n  a: { x-personal-data: sensitve }\n  b: { x-personal-data: cơ bản }\n  c: { x-personal-data: không }\n  d: { x-personal-data: true }\n',
        findings: [
          { messageId: 'unknown', marked: 'sensitve' },
          { messageId: 'unknown', marked: 'cơ bản' },
          { messageId: 'unknown', marked: 'không' },
          { messageId: 'unknown', marked: 'true' },
        ],
        fixed:
          'properties:\n  a: { x-personal-data: sensitive }\n  b: { x-personal-data: basic }\n  c: { x-personal-data: none }\n  d: { x-personal-data: true }\n',
      },
    ],
  }),
  purpose: defineCases({
    valid: [
      'x-purpose: Giải quyết thủ tục hành chính\n$defs:\n  A: { properties: { hoTen: { type: string } } }\n',
      sql("create table a (ho_ten text);\ncomment on table a is 'Mục đích: giải quyết hồ sơ.';"),
      'properties:\n  dienTich: { type: number }\n',
    ],
    invalid: [
      {
        name: 'not a word of it',
        format: 'sql',
        text: "create table a (ho_ten text, sdt text);\ncomment on table a is 'Dữ liệu cá nhân cơ bản';",
        findings: [{ messageId: 'missing', marked: 'a' }],
      },
    ],
  }),
  protection: defineCases({
    valid: [
      'properties:\n  tonGiao: { type: string, x-personal-data: sensitive, x-protection: Mã hóa khi lưu }\n',
      'properties:\n  hoTen: { type: string, x-personal-data: basic }\n',
      sql(
        "create table a (ton_giao text);\ncomment on column a.ton_giao is 'Dữ liệu cá nhân nhạy cảm. Bảo vệ: mã hóa khi lưu.';",
      ),
    ],
    invalid: [
      {
        name: 'a label alone',
        text: '$defs:\n  A: { properties: { tonGiao: { type: string, x-personal-data: sensitive } } }\n',
        findings: [{ messageId: 'missing', marked: 'tonGiao' }],
      },
      {
        name: 'a table',
        format: 'sql',
        text: "create table a (ho_so text);\ncomment on table a is 'Dữ liệu cá nhân nhạy cảm';",
        findings: [{ messageId: 'missing', marked: 'a' }],
      },
    ],
  }),
}
