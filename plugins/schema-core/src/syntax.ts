import { defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { jsonSchema } from './sources.ts'

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

export const metaSchema: Rule = defineRule({
  meta: {
    title: { vi: 'Đúng siêu lược đồ', en: 'The meta-schema is kept' },
    docs: pageOf({
      why: {
        vi: 'Từ khóa có giá trị sai kiểu (ví dụ "required: true") bị bộ kiểm tra bỏ qua hoặc từ chối cả lược đồ.',
        en: 'A keyword with a value of the wrong kind (such as "required: true") is ignored by some validators, and others refuse the whole schema.',
      },
      wrong: 'hoTen:\n  type: text\n  minLength: "1"',
      right: 'hoTen:\n  type: string\n  minLength: 1',
      source: `${jsonSchema}: https://json-schema.org/draft/2020-12/schema`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    messages: { invalid: { vi: 'Lược đồ không hợp lệ: {detail}', en: 'Not a valid schema: {detail}' } },
  },
  scope: 'unit',
  create: ctx => ({
    'schema.invalid'(node) {
      // A name required twice is said exactly, with a fix, by required-exists.
      if (node.keyword === 'uniqueItems' && node.path.at(-1) === 'required') return
      ctx.report({ node, at: 'value', messageId: 'invalid', data: { detail: node.message } })
    },
  }),
})
