import { defineRule, type Node, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { identifiersIn } from './identifiers.ts'

/** PostgreSQL keeps `NAMEDATALEN - 1` bytes of a name and drops the rest without an error. */
const postgresqlBytes = 63
/** What a UTF-16 code unit takes in UTF-8 at most. */
const mostBytes = 3
/** A cut name ends before a character that does not fit: up to this much shorter. */
const longestCharacter = 4

export const length: Rule = defineRule({
  meta: {
    title: { vi: 'Tên vừa với PostgreSQL', en: 'Names fit PostgreSQL' },
    docs: pageOf({
      why: {
        vi: 'PostgreSQL cắt tên dài hơn 63 byte mà không báo lỗi: đối tượng mang tên khác với tên đã viết, hai tên dài có thể trùng nhau. Một chữ có dấu dài 2–3 byte. Thuộc tính dài hơn không thể thành tên cột. Tùy chọn `{ maxBytes: 30 }` đặt giới hạn ngắn hơn.',
        en: 'PostgreSQL cuts names after 63 bytes without an error: the object gets another name than the one written, and two long names may become one. A letter with diacritics takes 2 or 3 bytes. A longer property cannot become a column. The option `{ maxBytes: 30 }` sets a shorter limit.',
      },
      wrong:
        'create table ho_so (\n  so_dinh_danh_ca_nhan_cua_nguoi_dai_dien_theo_phap_luat_cua_doanh_nghiep char(12)\n);',
      right: 'create table ho_so (\n  so_dinh_danh_nguoi_dai_dien char(12)\n);',
      source: 'PostgreSQL, Lexical Structure § 4.1.1; squawk `identifier_too_long`',
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    optionsSchema: {
      type: 'object',
      properties: { maxBytes: { type: 'integer', minimum: 1, maximum: postgresqlBytes } },
      additionalProperties: false,
    },
    messages: {
      tooLong: {
        vi: '"{name}" dài {bytes} byte; tối đa {limit}',
        en: '"{name}" takes {bytes} bytes; at most {limit}',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const limit = typeof ctx.options.maxBytes === 'number' ? ctx.options.maxBytes : postgresqlBytes
    const check = (node: Node<unknown>, name: string, at: 'key' | 'value' = 'key') => {
      if (name.length * mostBytes <= limit) return
      const bytes = bytesOf(name)
      if (bytes > limit) ctx.report({ node, at, messageId: 'tooLong', data: { name, bytes, limit } })
    }
    const checkSql = (node: Node<unknown>, name: string | null, text: string, at?: 'key' | 'value') => {
      if (name !== null) check(node, written(name, text), at)
    }
    return {
      'schema.property': node => check(node, String(node.key)),
      'schema.definition': node => check(node, String(node.key)),
      'sql.table'(node) {
        if (node.value.kind === 'table') checkSql(node, node.value.table.name, node.text)
      },
      'sql.column': node => checkSql(node, node.value.name, node.parent.text),
      'sql.constraint': node => checkSql(node, node.value.name, node.parent.text, 'value'),
      'sql.view': node => checkSql(node, node.value.view.name, node.text),
      'sql.index': node => checkSql(node, node.value.name, node.text),
      'sql.type': node => checkSql(node, node.value.name.name, node.text),
    }
  },
})

/** The name as the statement has it: PostgreSQL's parser hands on what it has cut. */
function written(name: string, text: string): string {
  if (bytesOf(name) <= postgresqlBytes - longestCharacter) return name
  return identifiersIn(text).find(word => word.length > name.length && word.startsWith(name)) ?? name
}

/** Length in UTF-8. */
function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
