import { defineRule, type Node, pageOf, type Rule } from '@lienthong/plugin-sdk'

/** Reserved by PostgreSQL, those that may name a function or type included (Appendix C). What it merely knows (`date`, `value`) needs no quotes. */
const reserved = new Set(
  [
    'all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation',
    'column concurrently constraint create cross current_catalog current_date current_role current_schema current_time',
    'current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze',
    'from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit',
    'localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references',
    'returning right select session_user similar some symmetric system_user table tablesample then to trailing true union',
    'unique user using variadic verbose when where window with',
  ].flatMap(line => line.split(' ')),
)

export const reservedWord: Rule = defineRule({
  meta: {
    title: { vi: 'Tên không phải từ khóa SQL', en: 'Names are no reserved words of SQL' },
    docs: pageOf({
      why: {
        vi: 'Tên trùng từ khóa phải đặt trong ngoặc kép ở mọi câu lệnh; quên một chỗ là lỗi cú pháp, hoặc ra thứ khác: `select user` cho tên tài khoản đang kết nối. Trong tên tiếng Việt không dấu hay gặp `to` (tổ, tờ) và `do`. Tùy chọn `{ also: [type] }` thêm từ mà cơ sở dữ liệu khác của đơn vị giữ riêng.',
        en: 'A name that is a reserved word must be quoted in every statement; forgotten once it is a syntax error, or something else: `select user` gives the account that is connected. In Vietnamese without diacritics `to` (tổ, tờ) and `do` are such. The option `{ also: [type] }` adds words that other databases of the organisation reserve.',
      },
      wrong: 'create table thua_dat ("to" integer, "order" integer);',
      right: 'create table thua_dat (so_to integer, thu_tu integer);',
      source:
        'PostgreSQL, Appendix C; SchemaCrawler `LinterTableWithQuotedNames`; Bytebase `NAMING_TABLE_NO_KEYWORD`, `NAMING_IDENTIFIER_NO_KEYWORD`',
    }),
    defaultSeverity: 'warning',
    languages: ['sql'],
    optionsSchema: {
      type: 'object',
      properties: { also: { type: 'array', items: { type: 'string' } } },
      additionalProperties: false,
    },
    messages: {
      reserved: {
        vi: '"{name}" là từ khóa của SQL: phải đặt trong ngoặc kép ở mọi chỗ dùng',
        en: '"{name}" is a reserved word of SQL: it must be quoted wherever it is used',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const { also } = ctx.options
    const added = new Set(Array.isArray(also) ? also.map(word => String(word).toLowerCase()) : [])
    const check = (node: Node<unknown>, name: string) => {
      const word = name.toLowerCase()
      if (reserved.has(word) || added.has(word))
        ctx.report({ node, at: 'key', messageId: 'reserved', data: { name } })
    }
    return {
      'sql.table'(node) {
        if (node.value.kind === 'table') check(node, node.value.table.name)
      },
      'sql.column': node => check(node, node.value.name),
      'sql.view': node => check(node, node.value.view.name),
      'sql.type': node => check(node, node.value.name.name),
    }
  },
})
