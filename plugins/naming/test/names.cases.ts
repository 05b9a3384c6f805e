import { defineCases, type ValidCase } from '@lienthong/plugin-sdk'

const sql = (text: string): ValidCase => ({ format: 'sql', text })
const properties = (...names: string[]) =>
  `properties:\n${names.map(name => `  ${name}: { type: string }\n`).join('')}`
const json = (...names: string[]): ValidCase => ({
  format: 'json-schema-json',
  text: JSON.stringify({ properties: Object.fromEntries(names.map(name => [name, {}])) }, null, 2),
})

export default {
  abbreviation: defineCases({
    valid: [
      properties('hoTen', 'cccd', 'dienTichKm', 'url', 'qrCode', 'nganh'),
      'properties:\n  dtnn: { type: number, description: "Diện tích nông nghiệp, mét vuông" }\n',
      sql(
        "create table a (gcn_qsd text);\ncomment on column a.gcn_qsd is 'Giấy chứng nhận quyền sử dụng đất';",
      ),
      { name: 'known here', text: properties('dtnn'), options: { also: ['DTNN'] } },
    ],
    invalid: [
      {
        name: 'not spelled out',
        text: 'properties:\n  dtnn: { type: number, description: Diện tích tính bằng mét vuông }\n',
        findings: [{ messageId: 'unexplained', marked: 'dtnn' }],
      },
      {
        name: 'a table and a column',
        ...sql('create table hs_xlvp (ma_hs text);'),
        findings: [
          { messageId: 'unexplained', marked: 'hs_xlvp' },
          { messageId: 'unexplained', marked: 'ma_hs' },
        ],
      },
    ],
  }),
  affix: defineCases({
    valid: [
      sql('create table a (ngay_nop date, ngay_nhan date, ngay_cap date, het_han text);'),
      sql('create table a (ngay_nop date, het_han date, cap date, huy date);'),
      { name: 'too few', ...sql('create table a (ngay_nop date, ngay_nhan date, het_han date);') },
    ],
    invalid: [
      {
        name: 'one that begins otherwise',
        ...sql('create table a (ngay_nop date, ngay_nhan date, ngay_cap date, ngay date, het_han date);'),
        findings: [{ messageId: 'first', marked: 'het_han' }],
      },
      {
        name: 'one that ends otherwise, over two definitions',
        text: '$defs:\n  A:\n    properties:\n      birthDate: { type: string, format: date }\n      issueDate: { type: string, format: date }\n  B:\n    properties:\n      expiryDate: { type: string, format: date }\n      validUntil: { type: string, format: date }\n',
        findings: [{ messageId: 'last', marked: 'validUntil' }],
      },
    ],
  }),
  case: defineCases({
    valid: [
      properties('hoTen', 'ngaySinh', 'gioiTinh', 'ma', 'soCMND', 'diaChi2'),
      { name: 'too few names to show a convention', text: properties('hoTen', 'Ten') },
      {
        name: 'definitions have a convention of their own',
        text: `${properties('hoTen', 'ngaySinh', 'gioiTinh')}$defs:\n  DiaChi: {}\n  MaTinh: {}\n  MaXa: {}\n`,
      },
      {
        name: 'what a vocabulary prescribes',
        text: properties(
          'hoTen',
          'ngaySinh',
          'gioiTinh',
          '$ref',
          '"@id"',
          '_links',
          'x-note',
          'tls.Enabled',
          'N',
        ),
      },
      { name: 'letters without case', text: properties('hoTen', 'ngaySinh', 'gioiTinh', '名前') },
      { name: 'diacritics', text: properties('họTên', 'ngàySinh', 'giớiTính') },
      {
        name: 'unquoted names are folded',
        ...sql('create table CongDan (HoTen text, ngay_sinh date, gioi_tinh text, noi_sinh text);'),
      },
      {
        name: 'the chosen style, though others prevail',
        text: properties('ho_ten', 'ngay_sinh'),
        options: { property: 'snake_case' },
      },
    ],
    invalid: [
      {
        name: 'a property',
        text: properties('hoTen', 'ngaySinh', 'gioiTinh', 'noi_sinh', 'CCCD'),
        findings: [
          { messageId: 'differs', marked: 'noi_sinh' },
          { messageId: 'differs', marked: 'CCCD' },
        ],
        fixed: properties('hoTen', 'ngaySinh', 'gioiTinh', 'noiSinh', 'cccd'),
      },
      {
        name: 'in JSON',
        ...json('hoTen', 'ngaySinh', 'gioiTinh', 'Nơi sinh'),
        findings: [{ messageId: 'differs', marked: '"Nơi sinh"' }],
        fixed: json('hoTen', 'ngaySinh', 'gioiTinh', 'nơiSinh').text,
      },
      {
        name: 'no fix for what is also required',
        text: `required: [noi_sinh]\n${properties('hoTen', 'ngaySinh', 'gioiTinh', 'noi_sinh')}`,
        findings: [{ messageId: 'differs', marked: 'noi_sinh' }],
        fixed: `required: [noi_sinh]\n${properties('hoTen', 'ngaySinh', 'gioiTinh', 'noi_sinh')}`,
      },
      {
        name: 'no fix for what is referred to',
        text: `allOf:\n  - $ref: '#/$defs/ma_tinh'\n$defs:\n  DiaChi: {}\n  MaXa: {}\n  NgaySinh: {}\n  ma_tinh: {}\n`,
        findings: [{ messageId: 'differs', marked: 'ma_tinh' }],
        fixed: `allOf:\n  - $ref: '#/$defs/ma_tinh'\n$defs:\n  DiaChi: {}\n  MaXa: {}\n  NgaySinh: {}\n  ma_tinh: {}\n`,
      },
      {
        name: 'no fix where the new name is taken',
        text: properties('hoTen', 'ngaySinh', 'gioiTinh', 'ho_ten'),
        findings: [{ messageId: 'differs', marked: 'ho_ten' }],
        fixed: properties('hoTen', 'ngaySinh', 'gioiTinh', 'ho_ten'),
      },
      {
        name: 'no prevailing style: one finding',
        text: properties('hoTen', 'ngay_sinh', 'gioiTinh', 'noi_sinh', 'queQuan'),
        findings: [{ messageId: 'mixed', marked: 'ngay_sinh' }],
      },
      {
        name: 'a column and a table',
        ...sql(
          'create table cong_dan (ho_ten text, ngay_sinh date, gioi_tinh text, "noiSinh" text);\ncreate table dia_chi (a text);\ncreate table quoc_tich (a text);\ncreate table "GiayTo" (a text);',
        ),
        findings: [
          { messageId: 'differs', marked: '"noiSinh"' },
          { messageId: 'differs', marked: '"GiayTo"' },
        ],
        fixed:
          'create table cong_dan (ho_ten text, ngay_sinh date, gioi_tinh text, noi_sinh text);\ncreate table dia_chi (a text);\ncreate table quoc_tich (a text);\ncreate table giay_to (a text);',
      },
      {
        name: 'no fix for a column that a check names',
        ...sql(
          `create table a (ho_ten text, ngay_sinh date, gioi_tinh text, "noiSinh" text check ("noiSinh" <> ''));`,
        ),
        findings: [{ messageId: 'differs', marked: '"noiSinh"' }],
        fixed: `create table a (ho_ten text, ngay_sinh date, gioi_tinh text, "noiSinh" text check ("noiSinh" <> ''));`,
      },
      {
        name: 'a chosen style',
        text: `$defs:\n  DiaChi: {}\n${properties('hoTen')}`,
        options: { property: 'snake_case', definition: 'CONSTANT_CASE' },
        findings: [
          { messageId: 'chosen', marked: 'DiaChi' },
          { messageId: 'chosen', marked: 'hoTen' },
        ],
        fixed: `$defs:\n  DIA_CHI: {}\n${properties('ho_ten')}`,
      },
    ],
  }),
  diacritics: defineCases({
    valid: [
      properties('hoTen', 'ngaySinh', 'gioiTinh'),
      properties('họTên', 'ngàySinh', 'quêQuán', 'ma', 'email'),
      { name: 'no convention', text: properties('họTên', 'ngaySinh') },
      { name: 'one word may be two words of Vietnamese', text: properties('mã', 'ma', 'họTên') },
    ],
    invalid: [
      {
        name: 'most have none',
        text: properties('hoTen', 'ngaySinh', 'gioiTinh', 'địaChỉ'),
        findings: [{ messageId: 'marked', marked: 'địaChỉ' }],
        fixed: properties('hoTen', 'ngaySinh', 'gioiTinh', 'diaChi'),
      },
      {
        name: 'written both ways',
        text: `${properties('họTên', 'ngàySinh', 'quêQuán')}$defs:\n  Cha:\n    properties:\n      hoTen: {}\n`,
        findings: [{ messageId: 'bothWays', marked: 'hoTen' }],
      },
      {
        name: 'a column',
        ...sql('create table cong_dan (ho_ten text, ngay_sinh date, "nơi_sinh" text);'),
        findings: [{ messageId: 'marked', marked: '"nơi_sinh"' }],
        fixed: 'create table cong_dan (ho_ten text, ngay_sinh date, noi_sinh text);',
      },
      {
        name: 'none allowed',
        text: properties('họTên', 'quêQuán'),
        options: { use: 'never' },
        findings: [
          { messageId: 'never', marked: 'họTên' },
          { messageId: 'never', marked: 'quêQuán' },
        ],
        fixed: properties('hoTen', 'queQuan'),
      },
    ],
  }),
  'distinct-names': defineCases({
    valid: [
      properties('maTinh', 'mãTinh', 'maTinh2'),
      {
        name: 'in different entities',
        text: `${properties('maTinh')}$defs:\n  A:\n    properties:\n      ma_tinh: {}\n`,
      },
    ],
    invalid: [
      {
        name: 'properties',
        text: properties('maTinh', 'ma_tinh', 'MATINH'),
        findings: [
          { messageId: 'lookalike', marked: 'ma_tinh' },
          { messageId: 'lookalike', marked: 'MATINH' },
        ],
      },
      {
        name: 'columns',
        ...sql('create table a (ma_tinh text, "maTinh" text);'),
        findings: [{ messageId: 'lookalike', marked: '"maTinh"' }],
      },
    ],
  }),
  length: defineCases({
    valid: [
      properties('a'.repeat(63)),
      sql(`create table ${'a'.repeat(63)} (b text);`),
      {
        name: 'a long name that is only used, and one in a comment',
        ...sql(`-- ${'c'.repeat(70)}\ncreate view v as select 1 as ${'d'.repeat(70)};`),
      },
    ],
    invalid: [
      {
        name: 'a property',
        text: properties('a'.repeat(64)),
        findings: [{ messageId: 'tooLong', marked: 'a'.repeat(64) }],
      },
      {
        name: 'bytes, not characters',
        text: properties('ộ'.repeat(22)),
        findings: [{ messageId: 'tooLong', marked: 'ộ'.repeat(22) }],
      },
      {
        name: 'everything that SQL names',
        ...sql(
          `create table T${'t'.repeat(63)} (C${'c'.repeat(63)} text, constraint k${'k'.repeat(63)} check (true));\ncreate view "V${'v'.repeat(63)}" as select 1;`,
        ),
        findings: [
          { messageId: 'tooLong', marked: `T${'t'.repeat(63)}` },
          { messageId: 'tooLong', marked: `C${'c'.repeat(63)}` },
          { messageId: 'tooLong', marked: `constraint k${'k'.repeat(63)} check (true)` },
          { messageId: 'tooLong', marked: `"V${'v'.repeat(63)}"` },
        ],
      },
      {
        name: 'cut within a letter',
        ...sql(`create table a ("x${'ộ'.repeat(21)}" text);`),
        findings: [{ messageId: 'tooLong', marked: `"x${'ộ'.repeat(21)}"` }],
      },
      {
        name: 'a shorter limit',
        ...sql('create table a (so_dinh_danh text);'),
        options: { maxBytes: 10 },
        findings: [{ messageId: 'tooLong', marked: 'so_dinh_danh' }],
      },
    ],
  }),
  'reserved-word': defineCases({
    valid: [
      sql('create table a (so_to integer, "date" date, value text, name text, type text, year integer);'),
      { name: 'only used', ...sql('create table a (b text references "order");') },
    ],
    invalid: [
      {
        name: 'a column',
        ...sql('create table thua_dat ("to" integer);'),
        findings: [{ messageId: 'reserved', marked: '"to"' }],
      },
      {
        name: 'a table and a view',
        ...sql('create table "User" (a text);\ncreate view "order" as select 1 as a;'),
        findings: [
          { messageId: 'reserved', marked: '"User"' },
          { messageId: 'reserved', marked: '"order"' },
        ],
      },
      {
        name: "another database's word",
        ...sql('create table a (level integer);'),
        options: { also: ['LEVEL'] },
        findings: [{ messageId: 'reserved', marked: 'level' }],
      },
    ],
  }),
}
