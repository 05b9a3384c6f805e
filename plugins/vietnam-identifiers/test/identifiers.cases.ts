import { defineCases } from '@lienthong/plugin-sdk'

const field = (name: string, schema: string): string => `properties:\n  ${name}: { ${schema} }\n`

export default {
  'personal-id': defineCases({
    valid: [
      field('soDinhDanhCaNhan', "type: string, pattern: '^\\d{12}$', examples: ['001087123456']"),
      field('ngayCapCccd', 'type: string, format: date'),
      {
        name: 'by reference',
        text: "properties:\n  cccd: { $ref: '#/$defs/So' }\n$defs:\n  So: { type: string, pattern: '^[0-9]{12}$' }\n",
      },
      { name: 'a column', format: 'sql', text: 'create table a (so_cccd char(12) primary key);' },
      {
        name: 'a column with a check',
        format: 'sql',
        text: "create table a (so_cccd text check (so_cccd ~ '^[0-9]{12}$'));",
      },
    ],
    invalid: [
      {
        name: 'a number',
        text: field('cccd', 'type: integer'),
        findings: [{ messageId: 'notString', marked: 'integer' }],
        fixed: field('cccd', 'type: string'),
      },
      {
        name: 'a number or null',
        text: field('cccd', "type: [integer, 'null']"),
        findings: [{ messageId: 'notString', marked: "[integer, 'null']" }],
      },
      {
        name: 'no pattern',
        text: 'properties:\n  ma:\n    title: Số định danh cá nhân\n    type: string\n',
        findings: [{ messageId: 'patternMissing', marked: 'ma' }],
      },
      {
        name: 'a pattern without its end',
        text: field('cccd', "type: string, pattern: '^[0-9]{12}'"),
        findings: [{ messageId: 'patternAccepts', marked: "'^[0-9]{12}'" }],
      },
      {
        name: 'the pattern of the old card',
        text: field('cccd', "type: string, pattern: '^[0-9]{9}$'"),
        findings: [{ messageId: 'patternRejects', marked: "'^[0-9]{9}$'" }],
      },
      {
        name: 'an example without its leading zero',
        text: field('cccd', "type: string, pattern: '^[0-9]{12}$', examples: ['01087123456']"),
        findings: [{ messageId: 'badValue', marked: "'01087123456'" }],
      },
      {
        name: 'a numeric column',
        format: 'sql' as const,
        text: 'create table a (cccd bigint primary key);',
        findings: [{ messageId: 'notString', marked: 'bigint' }],
        fixed: 'create table a (cccd char(12) primary key);',
      },
      {
        name: 'a short column',
        format: 'sql' as const,
        text: 'create table a (cccd varchar(9));',
        findings: [{ messageId: 'tooShort', marked: 'varchar(9)' }],
        fixed: 'create table a (cccd char(12));',
      },
      {
        name: 'columns without a length and with too much',
        format: 'sql' as const,
        text: 'create table a (cccd text, cccd_cha varchar(20));',
        findings: [
          { messageId: 'lengthMissing', marked: 'text' },
          { messageId: 'tooLong', marked: 'varchar(20)' },
        ],
      },
    ],
  }),
  'tax-code': defineCases({
    valid: [
      field(
        'maSoThue',
        "type: string, pattern: '^[0-9]{10}(-?[0-9]{3})?$', examples: ['0100233488', '0314409058-002']",
      ),
    ],
    invalid: [
      {
        name: 'wrong check digit, branch 000',
        text: field(
          'mst',
          "type: string, pattern: '^[0-9]{10}(-[0-9]{3})?$', examples: ['0100233480', '0100233488-000']",
        ),
        findings: [
          { messageId: 'badValue', marked: "'0100233480'" },
          { messageId: 'badValue', marked: "'0100233488-000'" },
        ],
      },
      {
        name: 'a pattern of nine digits',
        text: field('mst', "type: string, pattern: '^[0-9]{9}$'"),
        findings: [{ messageId: 'patternRejects', marked: "'^[0-9]{9}$'" }],
        fixed: field('mst', "type: string, pattern: '^([0-9]{10}(-?[0-9]{3})?|[0-9]{12})$'"),
      },
    ],
  }),
  'personal-tax-code': defineCases({
    valid: [field('maSoThueCaNhan', "type: string, pattern: '^([0-9]{10}|[0-9]{12})$'")],
    invalid: [
      {
        name: 'ten digits only',
        text: field('maSoThueCaNhan', "type: string, pattern: '^[0-9]{10}$'"),
        findings: [{ messageId: 'patternRejects', marked: "'^[0-9]{10}$'" }],
        fixed: field('maSoThueCaNhan', "type: string, pattern: '^([0-9]{12}|[0-9]{10}(-?[0-9]{3})?)$'"),
      },
    ],
  }),
  'social-insurance-number': defineCases({
    valid: [
      field('maSoBhxh', "type: string, pattern: '^([0-9]{10}|[0-9]{12})$'"),
      field('mucDongBhxh', 'type: integer'),
    ],
    invalid: [
      {
        name: 'a number',
        text: field('maSoBhxh', 'type: integer'),
        findings: [{ messageId: 'notString', marked: 'integer' }],
        fixed: field('maSoBhxh', 'type: string'),
      },
    ],
  }),
  'province-code': defineCases({
    valid: [
      field('maTinh', "type: string, pattern: '^[0-9]{2}$', examples: ['01', '79']"),
      field('maTinh', "type: string, enum: ['01']"),
    ],
    invalid: [
      {
        name: 'a merged province and an unknown code',
        text: field('maTinh', "type: string, enum: ['27', '97']"),
        findings: [
          { messageId: 'badValue', marked: "'27'" },
          { messageId: 'badValue', marked: "'97'" },
        ],
      },
      {
        name: 'a pattern of any digits',
        text: field('maTinh', "type: string, pattern: '^[0-9]+$'"),
        findings: [{ messageId: 'patternAccepts', marked: "'^[0-9]+$'" }],
        fixed: field('maTinh', "type: string, pattern: '^[0-9]{2}$'"),
      },
    ],
  }),
  'commune-code': defineCases({
    valid: [field('maXa', "type: string, pattern: '^[0-9]{5}$', examples: ['25942']")],
    invalid: [
      {
        name: 'four digits',
        text: field('maXa', "type: string, pattern: '^[0-9]{5}$', examples: ['2594']"),
        findings: [{ messageId: 'badValue', marked: "'2594'" }],
      },
      {
        name: 'a numeric column',
        format: 'sql' as const,
        text: 'create table a (ma_xa integer);',
        findings: [{ messageId: 'notString', marked: 'integer' }],
        fixed: 'create table a (ma_xa char(5));',
      },
    ],
  }),
  'organisation-code': defineCases({
    valid: [
      field('maDinhDanhCoQuan', "type: string, pattern: '^[A-Z0-9]+(\\.[A-Z0-9]+)*$', examples: [G12.18]"),
    ],
    invalid: [
      {
        name: 'small letters',
        text: field(
          'maDinhDanhCoQuan',
          "type: string, pattern: '^[A-Z0-9]+(\\.[A-Z0-9]+)*$', examples: [g01]",
        ),
        findings: [{ messageId: 'badValue', marked: 'g01' }],
      },
      {
        name: 'no pattern',
        text: field('maDinhDanhCoQuan', 'type: string'),
        findings: [{ messageId: 'patternMissing', marked: 'maDinhDanhCoQuan' }],
        fixed: field('maDinhDanhCoQuan', "type: string, pattern: '^(?=.{3,35}$)[A-Z0-9]+(\\.[A-Z0-9]+)*$'"),
      },
    ],
  }),
  'procedure-code': defineCases({
    valid: [field('maThuTuc', "type: string, pattern: '^[0-9]\\.[0-9]{6}$', examples: ['1.004944']")],
    invalid: [
      {
        name: 'a number',
        text: field('maThuTucHanhChinh', 'type: number'),
        findings: [{ messageId: 'notString', marked: 'number' }],
        fixed: field('maThuTucHanhChinh', 'type: string'),
      },
    ],
  }),
  'document-number': defineCases({
    valid: [field('soKyHieuVanBan', 'type: string, enum: [194/2025/NĐ-CP, 57-NQ/TW]')],
    invalid: [
      {
        name: 'spaces for signs',
        text: field('soKyHieuVanBan', 'type: string, enum: [57 NQ TW]'),
        findings: [{ messageId: 'badValue', marked: '57 NQ TW' }],
      },
      {
        name: 'a short column',
        format: 'sql' as const,
        text: 'create table a (so_ky_hieu_van_ban varchar(10));',
        findings: [{ messageId: 'tooShort', marked: 'varchar(10)' }],
        fixed: 'create table a (so_ky_hieu_van_ban varchar(40));',
      },
    ],
  }),
  'gender-code': defineCases({
    valid: [field('gioiTinh', "type: string, enum: ['0', '1', '2']")],
    invalid: [
      {
        name: 'letters',
        text: field('gioiTinh', 'type: string, enum: [M, F]'),
        findings: [
          { messageId: 'badValue', marked: 'M' },
          { messageId: 'badValue', marked: 'F' },
        ],
      },
      {
        name: 'a number',
        text: field('gioiTinh', 'type: integer'),
        findings: [{ messageId: 'notString', marked: 'integer' }],
        fixed: field('gioiTinh', 'type: string'),
      },
    ],
  }),
  'country-code': defineCases({
    valid: [field('maQuocGia', "type: string, pattern: '^[A-Z]{2}$', examples: [VN]")],
    invalid: [
      {
        name: 'three letters and an unknown code',
        text: field('maQuocGia', "type: string, pattern: '^[A-Z]{2}$', examples: [VNM, XX]"),
        findings: [
          { messageId: 'badValue', marked: 'VNM' },
          { messageId: 'badValue', marked: 'XX' },
        ],
      },
      {
        name: 'a pattern of three letters',
        text: field('maQuocGia', "type: string, pattern: '^[A-Z]{3}$'"),
        findings: [{ messageId: 'patternAccepts', marked: "'^[A-Z]{3}$'" }],
        fixed: field('maQuocGia', "type: string, pattern: '^[A-Z]{2}$'"),
      },
    ],
  }),
}
