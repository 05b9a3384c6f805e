import { defineCases } from '@lienthong/plugin-sdk'

export default {
  'personal-id-origin': defineCases({
    valid: ["properties:\n  cccd: { type: string, examples: ['001087123456'] }\n"],
    invalid: [
      {
        name: 'an unknown place',
        text: "properties:\n  cccd: { type: string, examples: ['999087123456'] }\n",
        findings: [{ messageId: 'doubtful', marked: "'999087123456'" }],
      },
    ],
  }),
  'organisation-code-legacy': defineCases({
    valid: ['properties:\n  maDinhDanhCoQuan: { type: string, examples: [H56.17] }\n'],
    invalid: [
      {
        name: 'thirteen characters',
        text: 'properties:\n  maDinhDanhCoQuan: { type: string, examples: [000.00.17.H56] }\n',
        findings: [{ messageId: 'doubtful', marked: '000.00.17.H56' }],
      },
    ],
  }),
  'province-code-date': defineCases({
    valid: [
      "properties:\n  maTinh: { enum: ['01'] }\n",
      {
        name: 'a date beside it',
        text: "properties:\n  maTinh: { enum: ['24'] }\n  ngayHieuLuc: { type: string, format: date }\n",
      },
    ],
    invalid: [
      {
        name: 'once for a list',
        text: "properties:\n  maTinh: { enum: ['01', '24', '44'] }\n",
        findings: [{ messageId: 'doubtful', marked: "'24'" }],
      },
    ],
  }),
  'old-identity-card': defineCases({
    valid: ['properties:\n  soCmnd: { type: string }\n'],
    invalid: [
      {
        name: 'required',
        text: 'required: [soCmnd]\nproperties:\n  soCmnd: { type: string }\n',
        findings: [{ messageId: 'required', marked: 'soCmnd', line: 3 }],
      },
      {
        name: 'a key',
        format: 'sql' as const,
        text: 'create table a (so_cmnd char(9) primary key);',
        findings: [{ messageId: 'required', marked: 'so_cmnd' }],
      },
    ],
  }),
  'no-district': defineCases({
    valid: [
      'properties:\n  maHuyen: { type: string }\n',
      { name: 'history', text: 'required: [maHuyenCu]\nproperties:\n  maHuyenCu: { type: string }\n' },
    ],
    invalid: [
      {
        name: 'not null',
        format: 'sql' as const,
        text: 'create table a (id bigint primary key, ma_huyen char(3) not null);',
        findings: [{ messageId: 'required', marked: 'ma_huyen' }],
      },
    ],
  }),
  'iso-date': defineCases({
    valid: [
      'properties:\n  ngayCap: { type: string, format: date, examples: [2025-07-15] }\n',
      'properties:\n  soNgayPhep: { type: string }\n',
      {
        name: 'partial dates',
        text: "properties:\n  ngaySinh: { type: string, pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$', examples: ['1953'] }\n",
      },
    ],
    invalid: [
      {
        name: 'free text as people write it',
        text: 'properties:\n  ngayCap: { type: string, examples: [15/07/2025] }\n',
        findings: [
          { messageId: 'free', marked: 'ngayCap' },
          { messageId: 'value', marked: '15/07/2025' },
        ],
      },
      {
        name: 'a text column',
        format: 'sql' as const,
        text: 'create table a (ngay_cap varchar(10));',
        findings: [{ messageId: 'free', marked: 'varchar(10)' }],
        fixed: 'create table a (ngay_cap date);',
      },
    ],
  }),
  'partial-birth-date': defineCases({
    valid: ['properties:\n  ngaySinh: { type: string, format: date }\n'],
    invalid: [
      {
        name: 'required in full',
        text: 'required: [ngaySinh]\nproperties:\n  ngaySinh: { type: string, format: date }\n',
        findings: [{ messageId: 'full', marked: 'ngaySinh', line: 3 }],
      },
    ],
  }),
  'composed-text': defineCases({
    valid: ['title: Đắk Lắk\n', { format: 'markdown' as const, text: '# Đắk Lắk\n' }],
    invalid: [
      {
        name: 'a decomposed title',
        text: `title: ${'Đắk Lắk'.normalize('NFD')}\n`,
        findings: [{ messageId: 'decomposed', marked: 'Đắk Lắk'.normalize('NFD') }],
        fixed: `title: ${'Đắk Lắk'.normalize('NFC')}\n`,
      },
    ],
  }),
}
