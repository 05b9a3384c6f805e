import type { CaseInputs, SchemaSketch, ValidCase } from '@lienthong/plugin-sdk'

const source: SchemaSketch = {
  address: 'ho-so-tinh/cong-dan.sql',
  entities: [
    {
      name: 'cong_dan',
      fields: [
        { name: 'so_cccd', type: 'text', minLength: 12, maxLength: 12, personalData: 'basic' },
        { name: 'so_cmnd', type: 'text', maxLength: 12, isDeprecated: true },
        { name: 'so_bhxh', type: 'integer' },
        { name: 'ho_ten', type: 'text', maxLength: 200 },
        { name: 'ho', type: 'text', maxLength: 50 },
        { name: 'ten', type: 'text', maxLength: 50 },
        { name: 'ghi_chu', type: 'text' },
        { name: 'ngay_sinh', type: 'text', maxLength: 10 },
        { name: 'cap_nhat', type: 'timestamp' },
        { name: 'gioi_tinh', type: 'text', values: ['0', '1', '2'] },
        { name: 'nhom_mau', type: 'text', maxLength: 2 },
        { name: 'ma_tinh', type: 'text', pattern: '^[A-Z]{2}$' },
      ],
    },
  ],
}

const target: SchemaSketch = {
  address: 'dan-cu/cong-dan.schema.yaml',
  version: '1.2.0',
  entities: [
    {
      name: '',
      fields: [
        { name: 'soDinhDanhCaNhan', type: 'text', minLength: 12, maxLength: 12, isRequired: true },
        { name: 'hoTen', type: 'text', maxLength: 100, isRequired: true },
        { name: 'soBhxh', type: 'text', pattern: '^[0-9]{10}$' },
        { name: 'ngaySinh', type: 'date' },
        { name: 'gioiTinh', type: 'text', values: ['nam', 'nu', 'khac'] },
        { name: 'nhomMau', type: 'text', values: ['A', 'B', 'AB', 'O'] },
        { name: 'noiThuongTru', type: 'object', definition: 'DiaChi' },
        { name: 'quocTich', type: 'text', maxLength: 2, isDeprecated: true },
        { name: 'capNhatLuc', type: 'timestamp', isRequired: true, hasDefault: true },
      ],
    },
    {
      name: 'DiaChi',
      fields: [
        { name: 'maTinh', type: 'text', pattern: '^[0-9]{2}$', isRequired: true },
        { name: 'maXa', type: 'text', isRequired: true },
      ],
    },
  ],
}

/** Both schemas are published; they belong to two organisations. */
export const inputs: CaseInputs = {
  schemas: { day: '2026-11-27', schemas: [source, target] },
  inventory: {
    day: '2026-11-27',
    databases: [
      { code: 'ho-so-tinh', ownerCode: 'UBND-01' },
      { code: 'dan-cu', ownerCode: 'BCA' },
    ],
  },
}

/** The head of a mapping between them. */
export const head = 'mapping:\n  source: ho-so-tinh/cong-dan.sql\n  target: dan-cu/cong-dan.schema.yaml\n'
/** A mapping with these entries. */
export const mapping = (...entries: string[]): ValidCase => ({
  text: `${head}  fields:\n${entries.map(entry => `    - ${entry}\n`).join('')}`,
  inputs,
})

/** Entries that leave nothing to be said. */
export const whole = [
  '{ from: cong_dan.so_cccd, to: soDinhDanhCaNhan }',
  '{ from: cong_dan.ho_ten, to: hoTen }',
]
/** A schema that is no mapping. */
export const schema = 'title: Công dân\nproperties:\n  mapping: { type: string }\n'
