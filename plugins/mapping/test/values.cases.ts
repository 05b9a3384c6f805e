import { defineCases } from '@lienthong/plugin-sdk'
import { head, inputs, mapping, schema, whole } from './examples.ts'

export default {
  'type-fits': defineCases({
    valid: [
      schema,
      mapping(
        ...whole,
        '{ from: cong_dan.ngay_sinh, to: ngaySinh, transform: dd/mm/yyyy thành ISO 8601 }',
        '{ from: [cong_dan.ho, cong_dan.ten], to: hoTen, transform: Nối bằng dấu cách }',
        '{ value: VN, to: quocTich }',
        '{ from: cong_dan.khong_co, to: ngaySinh }',
      ),
    ],
    invalid: [
      {
        ...mapping(
          '{ from: cong_dan.ngay_sinh, to: ngaySinh }',
          '{ from: cong_dan.so_bhxh, to: soBhxh }',
          '{ from: [cong_dan.ho, cong_dan.ten], to: hoTen }',
          '{ value: 704, to: quocTich }',
        ),
        findings: [
          { messageId: 'other', marked: 'cong_dan.ngay_sinh' },
          { messageId: 'zeros', marked: 'cong_dan.so_bhxh' },
          { messageId: 'joined', marked: 'from' },
          { messageId: 'value', marked: '704' },
        ],
      },
      {
        name: 'a point in time is more than a day',
        ...mapping('{ from: cong_dan.cap_nhat, to: ngaySinh }'),
        findings: [{ messageId: 'other', marked: 'cong_dan.cap_nhat' }],
      },
    ],
  }),
  'values-fit': defineCases({
    valid: [
      schema,
      mapping(
        '{ from: cong_dan.so_cccd, to: soDinhDanhCaNhan }',
        '{ from: cong_dan.ho_ten, to: hoTen, loss: Tên dài hơn 100 ký tự được sửa tại nguồn }',
        '{ from: cong_dan.gioi_tinh, to: gioiTinh }',
      ),
    ],
    invalid: [
      {
        ...mapping(
          '{ from: cong_dan.ho_ten, to: hoTen }',
          '{ from: cong_dan.ghi_chu, to: quocTich }',
          '{ from: cong_dan.ma_tinh, to: noiThuongTru.maTinh }',
          '{ from: cong_dan.nhom_mau, to: nhomMau }',
        ),
        findings: [
          { messageId: 'longer', marked: 'cong_dan.ho_ten' },
          { messageId: 'endless', marked: 'cong_dan.ghi_chu' },
          { messageId: 'pattern', marked: 'cong_dan.ma_tinh' },
          { messageId: 'open', marked: 'cong_dan.nhom_mau' },
        ],
      },
    ],
  }),
  'codes-translated': defineCases({
    valid: [
      schema,
      mapping("{ from: cong_dan.gioi_tinh, to: gioiTinh, codes: { '0': khac, '1': nam, '2': nu } }"),
      mapping('{ from: cong_dan.gioi_tinh, to: gioiTinh, transform: Theo bảng mã dùng chung }'),
      mapping('{ value: O, to: nhomMau }', "{ from: cong_dan.nhom_mau, to: nhomMau, codes: { 'Ô': O } }"),
    ],
    invalid: [
      {
        ...mapping('{ from: cong_dan.gioi_tinh, to: gioiTinh }'),
        findings: [{ messageId: 'untranslated', marked: 'cong_dan.gioi_tinh' }],
      },
      {
        ...mapping("{ from: cong_dan.gioi_tinh, to: gioiTinh, codes: { '1': nan, '3': nu } }"),
        findings: [
          { messageId: 'untranslated', marked: 'codes' },
          { messageId: 'unknown', marked: 'nan' },
          { messageId: 'unheard', marked: "'3'" },
        ],
        fixed: mapping("{ from: cong_dan.gioi_tinh, to: gioiTinh, codes: { '1': nam, '3': nu } }").text,
      },
      { ...mapping('{ value: Rh, to: nhomMau }'), findings: [{ messageId: 'unknown', marked: 'Rh' }] },
    ],
  }),
  'personal-data-basis': defineCases({
    valid: [
      schema,
      { text: `x-legal-basis: ND-278-2025\n${head}  purpose: Đối soát\n  fields: [${whole[0]}]\n`, inputs },
      mapping('{ from: cong_dan.ho_ten, to: hoTen }'),
      {
        name: 'within one organisation',
        text: `${head}  fields: [${whole[0]}]\n`,
        inputs: {
          ...inputs,
          inventory: {
            day: '2026-11-27',
            databases: [
              { code: 'ho-so-tinh', ownerCode: 'BCA' },
              { code: 'dan-cu', ownerCode: 'BCA' },
            ],
          },
        },
      },
    ],
    invalid: [
      {
        ...mapping(...whole),
        findings: [
          { messageId: 'basis', marked: 'mapping' },
          { messageId: 'purpose', marked: 'mapping' },
        ],
      },
    ],
  }),
  'deprecated-field': defineCases({
    valid: [schema, mapping(...whole)],
    invalid: [
      {
        ...mapping('{ from: cong_dan.so_cmnd, to: soDinhDanhCaNhan }', '{ value: VN, to: quocTich }'),
        findings: [
          { messageId: 'deprecated', marked: 'cong_dan.so_cmnd' },
          { messageId: 'deprecated', marked: 'quocTich' },
        ],
      },
    ],
  }),
}
