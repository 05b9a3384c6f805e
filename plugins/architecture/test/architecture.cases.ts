import { type CaseInputs, defineCases, type ValidCase } from '@lienthong/plugin-sdk'

const inputs: CaseInputs = {
  inventory: {
    day: '2026-11-27',
    databases: [
      {
        ...{ code: 'dan-cu', level: 'national', ownerCode: 'BCA' },
        name: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' },
      },
      { code: 'ho-tich', level: 'specialised' },
      { code: 'dat-dai', level: 'national' },
      { code: 'kho-tinh', level: 'local' },
      { code: 'dan-so', validTo: '2025-07-01', successorCode: 'dan-cu' },
    ],
    organisations: [
      { code: 'BCA', name: { vi: 'Bộ Công an', en: 'Ministry of Public Security' } },
      { code: 'lao-cai', kind: 'province', officialCode: '15', name: { vi: 'Lào Cai', en: null } },
      {
        ...{ code: 'lao-cai-cu', kind: 'province', officialCode: '10', validTo: '2025-07-01' },
        ...{ name: { vi: 'Lào Cai', en: null }, successorCode: 'lao-cai' },
      },
    ],
  },
}

const of = (database: string, text: string, format: ValidCase['format'] = 'markdown'): ValidCase => ({
  ...{ format, text, inputs, database },
})
const yaml = (database: string, text: string): ValidCase => of(database, text, 'json-schema-yaml')

const person = (more = '') =>
  `$defs:\n  NguoiNop:\n    properties:\n      cccd: {}\n      hoTen: {}\n      ngaySinh: {}\n${more}`

const dictionary: CaseInputs = {
  dictionary: {
    day: '2026-11-27',
    elements: [
      { name: 'SoHoSo', type: 'text', pattern: '^H', maxLength: 12 },
      { name: 'GioiTinh', type: 'text', values: ['nam', 'nu'] },
    ],
  },
}

export default {
  'single-source': defineCases({
    valid: [
      { name: 'the source itself', ...yaml('dan-cu', person()) },
      { name: 'where births are recorded first', ...yaml('ho-tich', person()) },
      { name: 'not known whose document it is', text: person(), inputs },
      { name: 'the source is named by keyword', ...yaml('kho-tinh', person('    x-source: dan-cu\n')) },
      {
        name: 'the source is named in words',
        ...yaml('kho-tinh', person('    description: Lấy từ Cơ sở dữ liệu quốc gia về dân cư\n')),
      },
      {
        name: 'the key and one label',
        ...yaml('kho-tinh', 'properties:\n  cccd: {}\n  hoTen: {}\n  ghiChu: {}\n'),
      },
      { name: 'no key', ...yaml('kho-tinh', 'properties:\n  hoTen: {}\n  ngaySinh: {}\n') },
      {
        name: 'a source that is not in the inventory',
        ...yaml('kho-tinh', 'properties:\n  maSoDoanhNghiep: {}\n  tenDoanhNghiep: {}\n  vonDieuLe: {}\n'),
      },
    ],
    invalid: [
      {
        ...yaml('kho-tinh', person()),
        findings: [{ messageId: 'copied', marked: 'NguoiNop' }],
        fixed: person().replace('NguoiNop:\n', 'NguoiNop:\n    x-source: dan-cu\n'),
      },
      {
        ...of(
          'kho-tinh',
          'create table nguoi_nop (so_dinh_danh_ca_nhan char(12), ho_ten text, gioi_tinh char(1));',
          'sql',
        ),
        findings: [{ messageId: 'copied', marked: 'nguoi_nop' }],
      },
    ],
  }),
  'known-source': defineCases({
    valid: [yaml('kho-tinh', 'x-source: dan-cu\n')],
    invalid: [
      { ...yaml('kho-tinh', 'x-source: dan-ku\n'), findings: [{ messageId: 'unknown', marked: 'dan-ku' }] },
      {
        ...yaml('kho-tinh', 'properties:\n  a: { x-source: dan-so }\n'),
        findings: [{ messageId: 'ended', marked: 'dan-so' }],
        fixed: 'properties:\n  a: { x-source: dan-cu }\n',
      },
    ],
  }),
  'own-database': defineCases({
    valid: [
      of(
        'dan-cu',
        'Cơ sở dữ liệu: **Cơ sở dữ liệu quốc gia về dân cư** (`dan-cu`)\nCơ quan chủ quản: Bộ Công an\n',
      ),
      { name: 'the owner is not recorded', ...of('kho-tinh', 'Cơ quan chủ quản: Ủy ban nhân dân\n') },
      {
        name: 'not known whose document it is',
        format: 'markdown',
        text: 'Cơ sở dữ liệu: A (`a`)\n',
        inputs,
      },
      of('dan-cu', "comment on table a is 'Chủ quản: BCA';", 'sql'),
    ],
    invalid: [
      {
        ...of('dan-cu', 'Cơ sở dữ liệu: **Dân cư** (`dan-cu`)\nCơ quan chủ quản: Bộ Tư pháp\n'),
        findings: [
          { messageId: 'name', marked: 'Dân cư' },
          { messageId: 'owner', marked: 'Bộ Tư pháp' },
        ],
        fixed:
          'Cơ sở dữ liệu: **Cơ sở dữ liệu quốc gia về dân cư** (`dan-cu`)\nCơ quan chủ quản: Bộ Công an\n',
      },
      {
        ...of('dan-cu', 'Cơ sở dữ liệu: Hộ tịch (`ho-tich`)\n'),
        findings: [{ messageId: 'other', marked: 'ho-tich' }],
      },
      {
        ...yaml('dan-cu', 'x-owner: Bộ Tư pháp\n'),
        findings: [{ messageId: 'owner', marked: 'Bộ Tư pháp' }],
        fixed: 'x-owner: Bộ Công an\n',
      },
    ],
  }),
  'integration-platform': defineCases({
    valid: [
      of(
        'dan-cu',
        '# Chia sẻ dữ liệu\n\nREQ-1: Kết nối qua Nền tảng chia sẻ, điều phối dữ liệu của Trung tâm dữ liệu quốc gia.\n',
      ),
      of('kho-tinh', '# Liên thông\n\nREQ-1: Qua LGSP của tỉnh.\n'),
      { name: 'nothing is shared', ...of('dan-cu', '# Từ điển\n\nREQ-1: Mã có 12 chữ số.\n') },
      { name: 'no requirements', ...of('dan-cu', '# Liên thông\n\nGhi chú.\n') },
    ],
    invalid: [
      {
        ...of('ho-tich', '# Đặc tả liên thông\n\nREQ-1: Gửi một lần.\n'),
        findings: [{ messageId: 'missing', marked: 'Đặc tả liên thông' }],
      },
      {
        name: 'a platform of a province for a national database',
        ...of(
          'dan-cu',
          '# Đặc tả\n\nREQ-1: Chia sẻ dữ liệu qua Nền tảng chia sẻ, điều phối dữ liệu cấp tỉnh.\n',
        ),
        findings: [{ messageId: 'level', marked: 'Đặc tả' }],
      },
      {
        ...of('dan-cu', '# Đặc tả\n\nREQ-1: Liên thông qua NGSP.\n'),
        findings: [{ messageId: 'old', marked: 'NGSP' }],
        fixed: '# Đặc tả\n\nREQ-1: Liên thông qua NDXP.\n',
      },
    ],
  }),
  layer: defineCases({
    valid: [
      of('dan-cu', '# A\n\nLớp kiến trúc: Lớp 2: Dữ liệu và nền tảng lõi\n\nREQ-1: Một.\n'),
      yaml('dan-cu', 'x-layer: Lớp 2\n'),
      'type: object\n',
      { name: 'only what has requirements', format: 'markdown', text: '# A\n', options: { required: true } },
    ],
    invalid: [
      {
        ...of('dan-cu', '**Lớp kiến trúc**: Lớp 5\n'),
        findings: [{ messageId: 'unknown', marked: 'Lớp 5' }],
      },
      {
        ...of('dan-cu', "comment on table a is 'Layer: 7';", 'sql'),
        findings: [{ messageId: 'unknown', marked: '7' }],
      },
      {
        ...of('dan-cu', '# A\n\nREQ-1: Một.\n'),
        options: { required: true },
        findings: [{ messageId: 'missing', marked: 'A' }],
      },
    ],
  }),
  'data-class': defineCases({
    valid: [
      of('dan-cu', 'Phân loại dữ liệu: quan trọng, dùng chung\n'),
      yaml('dan-cu', 'x-data-class: open\n'),
    ],
    invalid: [
      {
        ...of('dan-cu', 'Phân loại dữ liệu: mật, dùng chung\n'),
        findings: [{ messageId: 'unknown', marked: 'mật, dùng chung' }],
      },
      {
        name: 'two of one kind',
        ...yaml('dan-cu', 'x-data-class: core, other\n'),
        findings: [{ messageId: 'unknown', marked: 'core, other' }],
      },
      {
        ...of('dan-cu', 'create table a (b int);', 'sql'),
        options: { required: true },
        findings: [{ messageId: 'missing', marked: 'a' }],
      },
    ],
  }),
  'province-current': defineCases({
    valid: [yaml('dan-cu', "properties:\n  maTinh: { enum: ['15', '99'] }\n  maXa: { enum: ['10'] }\n")],
    invalid: [
      {
        ...yaml('dan-cu', "properties:\n  maTinh: { enum: ['15', '10'] }\n"),
        findings: [{ messageId: 'ended', marked: "'10'" }],
        fixed: "properties:\n  maTinh: { enum: ['15', '15'] }\n",
      },
    ],
  }),
  'dictionary-element': defineCases({
    valid: [
      {
        name: 'as in the dictionary',
        text: `properties:\n  soHoSo: { type: string, pattern: '^H', maxLength: 12 }\n`,
        inputs: dictionary,
      },
      {
        name: 'what the dictionary does not have',
        text: 'properties:\n  khac: { type: integer }\n',
        inputs: dictionary,
      },
      { name: 'of an unknown type', text: "properties:\n  soHoSo: { $ref: 'x.yaml' }\n", inputs: dictionary },
      {
        name: 'what it refers to',
        text: "properties:\n  soHoSo: { $ref: 'tu-dien.schema.yaml#/$defs/SoHoSo' }\n",
        others: {
          'tu-dien.schema.yaml': "$defs:\n  SoHoSo: { type: string, pattern: '^H', maxLength: 12 }\n",
        },
        inputs: dictionary,
      },
      {
        name: 'a script',
        format: 'sql',
        text: 'create table a (so_ho_so varchar(12), gioi_tinh text);',
        inputs: dictionary,
      },
    ],
    invalid: [
      {
        name: 'another type, length, pattern and list',
        text: `properties:\n  soHoSo: { type: integer }\n  so_ho_so: { type: string, description: Số, maxLength: 20 }\n  SoHoSo: { type: string, maxLength: 12 }\n  gioiTinh: { type: string, enum: [nu] }\n`,
        inputs: dictionary,
        findings: [
          { messageId: 'differs', marked: 'soHoSo' },
          { messageId: 'differs', marked: 'so_ho_so' },
          { messageId: 'differs', marked: 'SoHoSo' },
          { messageId: 'differs', marked: 'gioiTinh' },
        ],
        fixed: `properties:\n  soHoSo: {"$ref":"../tu-dien/tu-dien.schema.yaml#/$defs/SoHoSo"}\n  so_ho_so: {"$ref":"../tu-dien/tu-dien.schema.yaml#/$defs/SoHoSo","description":"Số"}\n  SoHoSo: {"$ref":"../tu-dien/tu-dien.schema.yaml#/$defs/SoHoSo"}\n  gioiTinh: {"$ref":"../tu-dien/tu-dien.schema.yaml#/$defs/GioiTinh"}\n`,
      },
      {
        name: 'a script',
        format: 'sql',
        text: 'create table a (so_ho_so varchar(20), gioi_tinh int);',
        inputs: dictionary,
        findings: [
          { messageId: 'differs', marked: 'so_ho_so' },
          { messageId: 'differs', marked: 'gioi_tinh' },
        ],
      },
    ],
  }),
}
