import { defineCases } from '@lienthong/plugin-sdk'
import { head, inputs, mapping, schema, whole } from './examples.ts'

export default {
  form: defineCases({
    valid: [
      schema,
      mapping(...whole),
      mapping('{ value: VN, to: quocTich, description: Mọi hồ sơ là của công dân Việt Nam }'),
      mapping('{ from: [cong_dan.ho, cong_dan.ten], to: hoTen, transform: Nối, loss: Không }'),
    ],
    invalid: [
      {
        text: 'mapping: {}\n',
        findings: ['source', 'target', 'fields'].map(() => ({ messageId: 'missing', marked: 'mapping' })),
      },
      { text: `${head}  fields: cong_dan\n`, findings: [{ messageId: 'fields', marked: 'fields' }] },
      {
        ...mapping('{ form: cong_dan.ho_ten, to: hoTen }'),
        findings: [
          { messageId: 'origin', marked: '{ form: cong_dan.ho_ten, to: hoTen }' },
          { messageId: 'unknown', marked: 'form' },
        ],
        fixed: mapping('{ from: cong_dan.ho_ten, to: hoTen }').text,
      },
      {
        ...mapping('{ from: cong_dan.ho_ten }', 'hoTen'),
        findings: [
          { messageId: 'target', marked: '{ from: cong_dan.ho_ten }' },
          { messageId: 'fields', marked: 'hoTen' },
        ],
      },
      {
        ...mapping('{ from: cong_dan.ho_ten, value: A, to: hoTen }'),
        findings: [{ messageId: 'origin', marked: '{ from: cong_dan.ho_ten, value: A, to: hoTen }' }],
      },
    ],
  }),
  'known-schema': defineCases({
    valid: [schema, mapping(...whole)],
    invalid: [
      {
        text: 'mapping: { source: ho-so/cong-dan.sql, target: dan-cu/cong-dan.schema.yaml }\n',
        inputs,
        findings: [{ messageId: 'unpublished', marked: 'ho-so/cong-dan.sql' }],
      },
      {
        text: 'mapping: { source: dan-cu/cong-dan.schema.yaml, target: dan-cu/cong-dan.schema.yaml }\n',
        inputs,
        findings: [{ messageId: 'same', marked: 'dan-cu/cong-dan.schema.yaml' }],
      },
    ],
  }),
  'known-field': defineCases({
    valid: [
      schema,
      mapping(
        ...whole,
        '{ from: cong_dan.ma_tinh, to: noiThuongTru.maTinh }',
        '{ value: A, to: DiaChi.maXa }',
      ),
      {
        name: 'a schema that is not published',
        text: 'mapping:\n  source: a/b.sql\n  target: a/c.sql\n  fields: [{ from: x.y, to: z.t }]\n',
        inputs,
      },
    ],
    invalid: [
      {
        name: 'slips of the pen',
        ...mapping(
          '{ from: cong_dan.so_ccd, to: soDinhDanh }',
          '{ from: [cong_dan.ho, cong_dan.tne], to: hoTn }',
        ),
        findings: [
          { messageId: 'source', marked: 'cong_dan.so_ccd' },
          { messageId: 'target', marked: 'soDinhDanh' },
          { messageId: 'source', marked: 'cong_dan.tne' },
          { messageId: 'target', marked: 'hoTn' },
        ],
        fixed: mapping(
          '{ from: cong_dan.so_cccd, to: soDinhDanh }',
          '{ from: [cong_dan.ho, cong_dan.ten], to: hoTen }',
        ).text,
      },
      {
        name: 'in an object',
        ...mapping(
          '{ from: cong_dan.ma_tinh, to: noiThuongTru.matinh }',
          '{ from: cong_dan.ma_tinh, to: hoTen.maTinh }',
        ),
        findings: [
          { messageId: 'target', marked: 'noiThuongTru.matinh' },
          { messageId: 'target', marked: 'hoTen.maTinh' },
        ],
      },
    ],
  }),
  'required-fed': defineCases({
    valid: [
      schema,
      mapping(...whole),
      mapping('{ from: cong_dan.ma_tinh, to: DiaChi.maTinh }', '{ value: A, to: DiaChi.maXa }'),
      mapping(...whole, '{ from: cong_dan.ghi_chu, to: noiThuongTru, transform: Tách }'),
    ],
    invalid: [
      {
        ...mapping(
          '{ from: cong_dan.ho_ten, to: hoTen }',
          '{ from: cong_dan.ma_tinh, to: noiThuongTru.maTinh }',
        ),
        findings: [
          { messageId: 'unfed', marked: 'dan-cu/cong-dan.schema.yaml' },
          { messageId: 'unfed', marked: 'dan-cu/cong-dan.schema.yaml' },
        ],
      },
    ],
  }),
  'fed-once': defineCases({
    valid: [schema, mapping(...whole, '{ value: A, to: a.b }', '{ value: A, to: a.c }')],
    invalid: [
      {
        ...mapping(...whole, '{ from: cong_dan.ten, to: hoTen }'),
        findings: [{ messageId: 'again', marked: '{ from: cong_dan.ten, to: hoTen }' }],
        fixed: mapping(...whole).text,
      },
      {
        name: 'what is in an object, and the object',
        ...mapping('{ from: a.c, to: noiThuongTru.maTinh }', '{ from: a.b, to: noiThuongTru }'),
        findings: [{ messageId: 'again', marked: '{ from: a.c, to: noiThuongTru.maTinh }' }],
      },
    ],
  }),
}
