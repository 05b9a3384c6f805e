import { defineRule, pageOf, pointerTo, type Rule, type SchemaNode } from '@lienthong/plugin-sdk'
import { jsonSchema } from '../sources.ts'

export const duplicateAnchor: Rule = defineRule({
  meta: {
    title: { vi: 'Không lặp neo', en: 'No anchor twice' },
    docs: pageOf({
      why: {
        vi: 'Hai nơi cùng một tên neo thì không xác định được tham chiếu dẫn tới nơi nào: mỗi công cụ chọn một nơi.',
        en: 'Where two places have the same anchor it is undefined which of them a reference means: every tool chooses its own.',
      },
      wrong: '$defs:\n  CongDan: { $anchor: nguoi }\n  CanBo: { $anchor: nguoi }',
      right: '$defs:\n  CongDan: { $anchor: cong-dan }\n  CanBo: { $anchor: can-bo }',
      source: `${jsonSchema} Core § 8.2.2`,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    messages: {
      twice: { vi: 'Đã có neo "{name}" ở {place}', en: 'There is an anchor "{name}" at {place} already' },
    },
  },
  scope: 'document',
  create: ctx => ({
    schema(node) {
      const { $anchor, $dynamicAnchor } = node.value
      const within = resourceOf(node)
      if (typeof $anchor === 'string') ctx.note(node, { keyword: '$anchor', name: $anchor, within })
      // Both names on one schema mean the same place.
      if (typeof $dynamicAnchor === 'string' && $dynamicAnchor !== $anchor)
        ctx.note(node, { keyword: '$dynamicAnchor', name: $dynamicAnchor, within })
    },
    notes(notes) {
      const first = new Map<string, string>()
      for (const { node, fact } of notes) {
        const { keyword, name, within } = fact as Anchor
        const key = `${within}\n${name}`
        const place = first.get(key)
        if (place === undefined) first.set(key, pointerTo(node.path))
        else ctx.report({ node, below: [keyword], at: 'value', messageId: 'twice', data: { name, place } })
      }
    },
  }),
})

interface Anchor {
  readonly keyword: string
  readonly name: string
  readonly within: string
}

/** Anchors are of the schema around them that has an address of its own, else of the document. */
function resourceOf(node: SchemaNode): string {
  for (let at: SchemaNode | null = node; at; at = at.parent)
    if (at.role !== 'root' && typeof at.value.$id === 'string') return pointerTo(at.path)
  return ''
}
