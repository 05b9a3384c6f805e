import { defineHover, type Hover, type LocalText } from '@lienthong/plugin-sdk'
import type { Category } from '../kinds/kind.ts'
import { kindOfField } from '../kinds/recognise.ts'
import { bothLists, ownDemand } from '../sources.ts'

const levels: Readonly<Record<Category['level'], LocalText>> = {
  basic: { vi: 'dữ liệu cá nhân cơ bản', en: 'basic personal data' },
  sensitive: { vi: 'dữ liệu cá nhân nhạy cảm', en: 'sensitive personal data' },
}

/** Says of a field which personal data it seems to hold. */
export const explainKind: Hover = defineHover({
  meta: {
    title: { vi: 'Dữ liệu cá nhân mà trường chứa', en: 'Which personal data a field holds' },
    languages: ['json-schema', 'sql'],
  },
  create: ctx => ({
    field(node) {
      const kind = kindOfField(node)
      if (kind && node.value.personalData.label !== 'none')
        ctx.explain({ node, at: 'key', text: textOf(kind.category) })
    },
  }),
})

const textOf = ({ name, level, isConfirmed }: Category): LocalText => {
  const source = isConfirmed ? bothLists : ownDemand
  return {
    vi: `Có vẻ là **${levels[level].vi}**: ${name.vi}.\n\n${source.vi}`,
    en: `Looks like **${levels[level].en}**: ${name.en}.\n\n${source.en}`,
  }
}
