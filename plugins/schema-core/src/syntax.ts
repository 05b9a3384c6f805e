import { defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'

export const syntax: Rule = defineRule({
  meta: {
    title: { vi: 'Đúng cú pháp', en: 'The syntax is right' },
    docs: pageOf({
      why: {
        vi: 'Chỗ không đọc được thì không công cụ nào kiểm tra được, và người dùng tài liệu sẽ dừng ở đó.',
        en: 'What cannot be read cannot be checked by any tool, and whoever uses the document stops there.',
      },
      wrong: 'properties:\n  hoTen: { type: string',
      right: 'properties:\n  hoTen: { type: string }',
      source: 'YAML 1.2, RFC 8259 (JSON), PostgreSQL',
    }),
    defaultSeverity: 'error',
    languages: ['json-schema', 'sql', 'markdown'],
    messages: { unreadable: { vi: 'Sai cú pháp: {detail}', en: 'Syntax error: {detail}' } },
  },
  scope: 'unit',
  create: ctx => ({
    syntax: node => ctx.report({ node, messageId: 'unreadable', data: { detail: node.message } }),
  }),
})

export const duplicateKey: Rule = defineRule({
  meta: {
    title: { vi: 'Không lặp khóa', en: 'No key twice' },
    docs: pageOf({
      why: {
        vi: 'Khi một khóa xuất hiện hai lần, mỗi công cụ giữ một giá trị khác nhau mà không báo lỗi.',
        en: 'Of a key that occurs twice every tool keeps another value, without a word.',
      },
      wrong: 'properties:\n  hoTen: { type: string }\n  hoTen: { type: integer }',
      right: 'properties:\n  hoTen: { type: string }',
      source: 'YAML 1.2 § 3.2.1.3, RFC 8259 § 4',
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    messages: { twice: { vi: '"{key}" đã có trong đối tượng này', en: '"{key}" is in this object already' } },
  },
  scope: 'unit',
  create: ctx => ({
    duplicateKey: node => ctx.report({ node, at: 'key', messageId: 'twice', data: { key: node.key } }),
  }),
})
