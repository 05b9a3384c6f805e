import {
  defineRule,
  type MdNode,
  type MdRequirement,
  Occurrences,
  pageOf,
  type Rule,
  type RuleContext,
} from '@lienthong/plugin-sdk'
import { bindingIn, permissive } from '../text/modals.ts'
import { plain } from '../text/plain.ts'
import { literature } from './sources.ts'

export const modalVerb: Rule = defineRule({
  meta: {
    title: { vi: 'Yêu cầu có từ chỉ nghĩa vụ', en: 'Requirements bind' },
    docs: pageOf({
      why: {
        vi: 'Câu không có “phải”, “không được”, “chỉ được” thì không rõ là yêu cầu hay là mô tả, và không ai nghiệm thu được. “Nên”, “có thể” là khuyến nghị, cho phép: để ở phần khác. Khi phần lớn yêu cầu của tài liệu đều thiếu, quy tắc chỉ nêu một lần.',
        en: 'A sentence without "shall" or "must" may be a requirement or a description; nobody can accept work against it. "Should", "may" and "can" recommend and allow: keep them elsewhere. Where most requirements of a document do without, that is said once.',
      },
      wrong: 'YC-001: Hệ thống lưu nhật ký truy cập.',
      right: 'YC-001: Hệ thống phải lưu nhật ký truy cập trong 24 tháng.',
      source: literature('§ 5.2.4', 'R1, R3; SEMIC GC-R7'),
    }),
    defaultSeverity: 'warning',
    languages: ['markdown'],
    messages: {
      missing: {
        vi: '{id} không có từ chỉ nghĩa vụ (“phải”, “không được”, “chỉ được”): là yêu cầu hay là mô tả?',
        en: '{id} has no word that binds ("shall", "must"): is it a requirement or a description?',
      },
      most: {
        vi: '{count}/{all} yêu cầu không có từ chỉ nghĩa vụ (“phải”, “không được”, “chỉ được”), từ {id}: là yêu cầu hay là mô tả?',
        en: '{count} of {all} requirements have no word that binds ("shall", "must"), from {id} on: are they requirements or descriptions?',
      },
      permissive: {
        vi: '“{words}” chỉ khuyến nghị hoặc cho phép: yêu cầu cần “phải”, “không được” hoặc “chỉ được”',
        en: '"{words}" only recommends or allows: a requirement needs "shall" or "must"',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'markdown') return
      const said = facts.requirements.filter(({ value }) => /[\p{L}\p{N}]/u.test(value.text))
      const free = said.filter(({ value }) => bindingIn(plain(value.text)).length === 0)
      const bare = free.filter(node => !reportPermissive(ctx, node))
      const [first] = bare
      // Where most do not bind, the document is written another way: that is said once.
      if (first && bare.length > mostReported && bare.length * 2 > said.length) {
        const data = { id: first.value.id, count: bare.length, all: said.length }
        ctx.report({ node: first, at: 'key', messageId: 'most', data })
      } else
        for (const node of bare)
          ctx.report({ node, at: 'key', messageId: 'missing', data: { id: node.value.id } })
    },
  }),
})

/** Of fewer, each is reported. */
const mostReported = 3

/** True when the requirement recommends or allows. */
function reportPermissive(ctx: RuleContext, node: MdNode<MdRequirement>): boolean {
  const [soft] = permissive.in(plain(node.value.text))
  if (!soft) return false
  const marked = new Occurrences(node.value.text).mark(soft.from, soft.to)
  ctx.report({ node, at: 'value', ...marked, messageId: 'permissive', data: { words: soft.words } })
  return true
}
