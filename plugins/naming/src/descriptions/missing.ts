import { defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'

/** A title says what a thing is as well as a description does. */
interface Described {
  readonly title?: unknown
  readonly description?: unknown
}
const isDescribed = ({ title, description }: Described): boolean => Boolean(title) || Boolean(description)

export const descriptionMissing: Rule = defineRule({
  meta: {
    title: { vi: 'Có mô tả', en: 'Everything is described' },
    docs: pageOf({
      why: {
        vi: 'Nơi khác dùng dữ liệu theo mô tả, không theo ý người viết. Tiêu đề cũng được tính; thuộc tính tham chiếu tới một định nghĩa có mô tả thì đã có mô tả. Quy tắc này chỉ chạy trong bộ `strict`: bản thảo nào cũng có lúc chưa mô tả hết.',
        en: 'Others use data by its description, not by what its author meant. A title counts too, and a property that refers to a described definition is described. This rule runs in the `strict` set only: every draft is undescribed for a while.',
      },
      wrong: 'create table tinh (ma char(2) primary key);',
      right:
        "create table tinh (ma char(2) primary key);\ncomment on table tinh is 'Đơn vị hành chính cấp tỉnh';\ncomment on column tinh.ma is 'Hai chữ số, theo danh mục có hiệu lực từ 01/07/2025';",
      source:
        'Spectral `truthy`; Redocly `defined`; Buf `COMMENT_MESSAGE`, `COMMENT_FIELD`; SchemaCrawler `LinterTableWithNoRemarks`; Bytebase `TABLE_COMMENT`, `COLUMN_COMMENT`',
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    messages: { missing: { vi: '"{name}" chưa có mô tả', en: '"{name}" has no description' } },
  },
  scope: 'unit',
  create: ctx => ({
    'schema.definition'(node) {
      if (isDescribed(node.value)) return
      ctx.report({ node, at: 'key', messageId: 'missing', data: { name: String(node.key) } })
    },
    entity(node) {
      const { name } = node.value
      if (node.language === 'sql' && !isDescribed(node.value))
        ctx.report({ node, at: 'key', messageId: 'missing', data: { name } })
    },
    field(node) {
      const { name, type } = node.value
      // A property whose type is not said narrows one that is declared elsewhere (`if: { properties: … }`).
      const isDeclared = node.language === 'sql' || type !== 'unknown'
      if (isDeclared && !isDescribed(node.value))
        ctx.report({ node, at: 'key', messageId: 'missing', data: { name } })
    },
  }),
})
