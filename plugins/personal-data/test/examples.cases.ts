import { defineCases } from '@lienthong/plugin-sdk'

export default {
  'fictitious-examples': defineCases({
    valid: [
      "properties:\n  cccd: { type: string, examples: ['001087123456', '079201000001'] }\n",
      'properties:\n  thuDienTu: { type: string, format: email, examples: [an@example.com, lienhe@so.example] }\n',
      "properties:\n  soDienThoai: { type: string, examples: ['+84900000000', '0912 345 678'] }\n",
      {
        name: 'twelve digits of something else',
        text: "properties:\n  maHoSo: { type: string, examples: ['001087402915'] }\n",
      },
      { format: 'sql', text: "insert into a values ('001087123456', 'an@example.vn'); -- '001087402915'" },
      {
        format: 'markdown',
        text: '# Liên hệ\n\nGửi về hotro@bo.gov.vn.\n\n```json\n{ "soDinhDanhCaNhan": "001087123456" }\n```\n',
      },
    ],
    invalid: [
      {
        name: 'a number, a phone and an address',
        text: "properties:\n  cccd: { type: string, examples: ['001087402915'] }\n  dienThoai: { type: string, default: 0903 771 482 }\n  nguoiNhan: { type: string, const: binh.tran@bo.gov.vn }\n",
        findings: [
          { messageId: 'value', marked: "'001087402915'" },
          { messageId: 'value', marked: '0903 771 482' },
          { messageId: 'value', marked: 'binh.tran@bo.gov.vn' },
        ],
        fixed:
          "properties:\n  cccd: { type: string, examples: ['001087123456'] }\n  dienThoai: { type: string, default: 0903 123 456 }\n  nguoiNhan: { type: string, const: nguoi.dung@example.com }\n",
      },
      {
        name: 'a definition',
        text: "$defs:\n  So: { title: Số định danh cá nhân, type: string, examples: ['079201402915'] }\n",
        findings: [{ messageId: 'value', marked: "'079201402915'" }],
        fixed: "$defs:\n  So: { title: Số định danh cá nhân, type: string, examples: ['079201123456'] }\n",
      },
      {
        name: 'rows of a script',
        format: 'sql',
        text: "insert into a values ('001087402915', 'x');",
        findings: [{ messageId: 'value', marked: '001087402915' }],
        fixed: "insert into a values ('001087123456', 'x');",
      },
      {
        name: 'an example in a specification',
        format: 'markdown',
        text: '```json\n{ "so": "001087402915", "thu": "binh@bo.gov.vn" }\n```\n',
        findings: [
          { messageId: 'value', marked: '001087402915' },
          { messageId: 'value', marked: 'binh@bo.gov.vn' },
        ],
        fixed: '```json\n{ "so": "001087123456", "thu": "nguoi.dung@example.com" }\n```\n',
      },
    ],
  }),
}
