import { cited, defineRule, pageOf, type Rule, secondary } from '@lienthong/plugin-sdk'
import { nameOf, placeOf, replacing } from '../citations/find.ts'
import { dayText, written } from '../day.ts'
import { dated } from './dated.ts'

export const inForce: Rule = defineRule({
  meta: {
    title: { vi: 'Căn cứ còn hiệu lực', en: 'What is cited is in force' },
    docs: pageOf({
      why: {
        vi: 'Căn cứ đã hết hiệu lực hoặc chưa có hiệu lực thì không còn, hoặc chưa, buộc ai làm gì. Ngày xét là hôm nay (theo giờ Việt Nam), hoặc ngày mà tài liệu nêu ở dòng "Ngày áp dụng: 15/07/2025" hay từ khóa `x-as-of` của lược đồ. Câu nói rằng văn bản đã bị bãi bỏ, thay thế thì không xét.',
        en: 'A basis that is no longer in force, or not yet, binds nobody. The day is today (in Vietnam), or the one that the document states in a line "Ngày áp dụng: 15/07/2025" ("As of: 2025-07-15") or by the keyword `x-as-of` of a schema. Sentences that tell of a repeal are left alone.',
      },
      wrong: 'Căn cứ Nghị định 47/2024/NĐ-CP',
      right: 'Căn cứ Nghị định 194/2025/NĐ-CP',
      source: cited(
        ['Điểm a khoản 2 Điều 40 Nghị định 194/2025/NĐ-CP', 'khoản 2 Điều 3 Quyết định 1425/QĐ-TTg'],
        secondary,
      ),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql', 'markdown'],
    fixable: true,
    inputs: ['directives'],
    messages: {
      replaced: {
        vi: '{name} không còn hiệu lực {day}: hết hiệu lực từ ngày {since}, thay bằng {successor}',
        en: '{name} is not in force {day}: it ended on {sinceIso} and was replaced by {successor}',
      },
      ended: {
        vi: '{name} không còn hiệu lực {day}; danh mục chưa ghi văn bản thay thế',
        en: '{name} is no longer in force {day}; no successor is on record',
      },
      notYet: {
        vi: '{name} chưa có hiệu lực {day}',
        en: '{name} is not in force yet {day}',
      },
    },
  },
  scope: 'document',
  create: ctx =>
    dated(ctx, ({ place, citation, directive, force, day, own }) => {
      const data = { name: nameOf(directive), day: dayText(day, own) }
      const marked = placeOf(place, citation)
      if (force === 'not-yet') ctx.report({ ...marked, messageId: 'notYet', data })
      if (force !== 'ended') return
      const { validTo, successorCode } = directive
      const successor = successorCode === null ? undefined : ctx.directives.byCode(successorCode)
      if (!successor || validTo === null) {
        ctx.report({ ...marked, messageId: 'ended', data, fixes: replacing(citation, successor) })
        return
      }
      const replaced = { since: written(validTo), sinceIso: validTo, successor: nameOf(successor) }
      const fixes = replacing(citation, successor)
      ctx.report({ ...marked, messageId: 'replaced', data: { ...data, ...replaced }, fixes })
    }),
})
