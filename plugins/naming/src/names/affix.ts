import { defineRule, type FieldType, type LocalText, pageOf, type Rule, wordsOf } from '@lienthong/plugin-sdk'
import { prevails } from './prevailing.ts'

/** Fields of these types say in their names what they are, in the systems that do it at all. */
const types: Partial<Record<FieldType, LocalText>> = {
  date: { vi: 'ngày', en: 'dates' },
  timestamp: { vi: 'thời điểm', en: 'timestamps' },
  boolean: { vi: 'đúng/sai', en: 'booleans' },
}

interface Affixed {
  readonly name: string
  readonly type: FieldType
  readonly first: string
  readonly last: string
}

type End = 'first' | 'last'

/** The word that most names have at one end; null when they agree on none. */
const affixOf = (
  fields: readonly Affixed[],
  end: End,
): { readonly word: string; readonly count: number } | null => {
  const counts = new Map<string, number>()
  for (const field of fields) counts.set(field[end], (counts.get(field[end]) ?? 0) + 1)
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most && prevails(most[1], fields.length) ? { word: most[0], count: most[1] } : null
}

export const affix: Rule = defineRule({
  meta: {
    title: {
      vi: 'Trường cùng kiểu có chung tiền tố hay hậu tố',
      en: 'Fields of a type share their prefix or suffix',
    },
    docs: pageOf({
      why: {
        vi: 'Khi phần lớn trường ngày trong tài liệu bắt đầu bằng `ngay` hay kết thúc bằng `date`, người đọc và chương trình dựa vào đó để nhận ra chúng; một trường ngày mang tên khác sẽ bị bỏ sót. Quy tắc theo cách mà phần lớn trường cùng kiểu (ngày, thời điểm, đúng/sai) trong tài liệu đã theo; ít hơn ba trường thì chưa thành lệ.',
        en: 'Where most dates of a document begin with `ngay` or end with `date`, people and programs tell dates by it, and one with another name is overlooked. The rule follows what most fields of the type (dates, timestamps, booleans) in the document do; fewer than three make no convention.',
      },
      wrong:
        'create table ho_so (ngay_nop date, ngay_nhan date, ngay_cap date, ngay_huy date, het_han date);',
      right:
        'create table ho_so (ngay_nop date, ngay_nhan date, ngay_cap date, ngay_huy date, ngay_het_han date);',
      source: 'NIEM NDR 6.0 7-7 to 7-12; Bytebase `NAMING_COLUMN`',
    }),
    defaultSeverity: 'info',
    languages: ['json-schema', 'sql'],
    messages: {
      first: {
        vi: '"{name}" không bắt đầu bằng "{word}" như {count} trường {type} khác',
        en: '"{name}" does not begin with "{word}" as {count} other {type} do',
      },
      last: {
        vi: '"{name}" không kết thúc bằng "{word}" như {count} trường {type} khác',
        en: '"{name}" does not end with "{word}" as {count} other {type} do',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    field(node) {
      const { name, type } = node.value
      if (!types[type]) return
      const words = wordsOf(name)
      const [first, last] = [words[0], words.at(-1)]
      if (first !== undefined && last !== undefined) ctx.note(node, { name, type, first, last })
    },
    notes(notes) {
      const all = notes.map(({ node, fact }) => ({ ...(fact as Affixed), node }))
      for (const [name, type] of Object.entries(types)) {
        const fields = all.filter(field => field.type === name)
        const end = affixOf(fields, 'first') ? 'first' : 'last'
        const shared = affixOf(fields, end)
        if (!shared) continue
        const { word, count } = shared
        for (const field of fields)
          if (field[end] !== word)
            ctx.report({
              node: field.node,
              at: 'key',
              messageId: end,
              data: { name: field.name, word, count, type },
            })
      }
    },
  }),
})
