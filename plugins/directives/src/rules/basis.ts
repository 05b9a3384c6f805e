import { cited, defineRule, onRecord, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { type Citation, citationsIn } from '../citations/citation.ts'
import { directiveOf } from '../citations/find.ts'
import { sources } from '../sources.ts'

export const specificationBasis: Rule = defineRule({
  meta: {
    title: { vi: 'Đặc tả nêu căn cứ', en: 'A specification names its basis' },
    docs: pageOf({
      why: {
        vi: 'Một đặc tả có yêu cầu mà không nêu văn bản nào trong danh mục thì không ai biết nó thực hiện chủ trương nào, và không ai được báo khi căn cứ thay đổi.',
        en: 'Of a specification with requirements that names no directive on record nobody can tell what it carries out, and nobody hears when that changes.',
      },
      wrong: '# Đặc tả\n\nREQ-01: …',
      right: '# Đặc tả\n\nCăn cứ: `NQ-71-CP` (71/NQ-CP).\n\nREQ-01: …',
      source: cited(
        [sources.inventory, 'Doorstop `normative non-derived item without parent link`'],
        onRecord,
      ),
    }),
    defaultSeverity: 'warning',
    languages: ['markdown'],
    inputs: ['directives'],
    messages: {
      missing: {
        vi: 'Đặc tả có {count} yêu cầu nhưng không nêu văn bản nào trong danh mục làm căn cứ',
        en: 'The specification has {count} requirements but names no directive on record as its basis',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    'md.section'(node) {
      for (const citation of citationsIn(node.value.text)) ctx.note(node, citation)
    },
    document(facts) {
      if (facts.language !== 'markdown' || facts.requirements.length === 0) return
      // Only citations were noted.
      const names = facts.notes.some(({ fact }) => directiveOf(ctx.directives, fact as Citation))
      const [node] = facts.headings
      if (names || !node) return
      ctx.report({ node, at: 'value', messageId: 'missing', data: { count: facts.requirements.length } })
    },
  }),
})

export const requirementBasis: Rule = defineRule({
  meta: {
    title: { vi: 'Yêu cầu nêu căn cứ', en: 'A requirement names its basis' },
    docs: pageOf({
      why: {
        vi: 'Yêu cầu nêu điều khoản mà nó thực hiện thì truy vết được từ văn bản tới trường dữ liệu, và biết phải sửa gì khi văn bản thay đổi. Không bật trong bộ khuyến nghị: nhiều yêu cầu kỹ thuật không xuất phát từ một điều khoản.',
        en: 'A requirement that names the provision it carries out can be traced from the directive to the field, and shows what to change with it. Not in the recommended set: many technical requirements come from no provision.',
      },
      wrong: 'REQ-01: Bên khai thác kết nối qua nền tảng.',
      right: 'REQ-01: Bên khai thác kết nối qua nền tảng (khoản 2 Điều 4 Nghị định 278/2025/NĐ-CP).',
      source: cited(
        ['OpenFastTrace `covers`', 'Doorstop `normative non-derived item without parent link`'],
        onRecord,
      ),
    }),
    defaultSeverity: 'warning',
    languages: ['markdown'],
    inputs: ['directives'],
    messages: {
      missing: {
        vi: '{id} không nêu văn bản hay điều khoản mà nó thực hiện',
        en: '{id} names no directive or provision that it carries out',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    'md.requirement'(node) {
      const { id, text } = node.value
      if (citationsIn(text).some(citation => directiveOf(ctx.directives, citation))) return
      ctx.report({ node, at: 'key', messageId: 'missing', data: { id } })
    },
  }),
})
