import { defineRule, type MappingEntryNode, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { holdersOf } from '../known-fields.ts'
import { framework } from '../sources.ts'

export const fedOnce: Rule = defineRule({
  meta: {
    title: { vi: 'Mỗi trường của đích chỉ có một nguồn', en: 'Nothing is fed twice' },
    docs: pageOf({
      why: {
        vi: 'Hai mục cùng ghi một trường thì mục chạy sau đè mục trước, và không ai biết giá trị nào còn lại. Cần ghép nhiều trường thì nêu chúng trong một `from` cùng `transform`.',
        en: 'When two entries feed one field, the later overwrites the earlier, and nobody knows which value stays. To join several fields name them in one `from`, with a `transform`.',
      },
      wrong: '- { from: cong_dan.ho, to: hoTen }\n- { from: cong_dan.ten, to: hoTen }',
      right: '- { from: [cong_dan.ho, cong_dan.ten], to: hoTen, transform: Nối bằng một dấu cách }',
      source: framework,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    fixable: true,
    messages: {
      again: { vi: 'Mục thứ {first} cũng ghi "{name}"', en: 'Entry {first} feeds "{name}", too' },
    },
  },
  scope: 'unit',
  create: ctx => ({
    mapping(node) {
      for (const { entry, name, first } of repeated(node.entries)) {
        const title = { vi: 'Bỏ mục này', en: 'Remove this entry' }
        const fixes = entry.value.to === name ? ([{ kind: 'remove', title }] as const) : []
        ctx.report({ node: entry, messageId: 'again', data: { first: first + 1, name }, fixes })
      }
    },
  }),
})

/** Entries that feed what another feeds, or what is in it. */
const repeated = (entries: readonly MappingEntryNode[]) => {
  const firstOf = new Map<string, number>()
  for (const [at, { value }] of entries.entries())
    if (value.to !== null && !firstOf.has(value.to)) firstOf.set(value.to, at)
  return entries.flatMap((entry, at) => {
    for (const name of holdersOf(entry.value.to ?? '')) {
      const first = firstOf.get(name)
      if (first !== undefined && first !== at) return [{ entry, name, first }]
    }
    return []
  })
}
