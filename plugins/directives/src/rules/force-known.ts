import { cited, defineRule, onRecord, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { nameOf, placeOf } from '../citations/find.ts'
import { dayText } from '../day.ts'
import { sources } from '../sources.ts'
import { dated } from './dated.ts'

export const forceKnown: Rule = defineRule({
  meta: {
    title: { vi: 'Hiệu lực của căn cứ đã rõ', en: 'The force of what is cited is known' },
    docs: pageOf({
      why: {
        vi: 'Có văn bản mà danh mục chưa rõ ngày có hiệu lực hoặc tình trạng hiệu lực; có văn bản đã bị bãi bỏ một phần. Đó là điều còn ngờ, cần người có thẩm quyền bổ sung, không phải lỗi của tài liệu.',
        en: 'Of some directives it is not on record since when, or whether, they are in force; some are repealed in part. That is a doubt, for an authorised person to fill in, and no mistake of the document.',
      },
      wrong: 'Căn cứ Quyết định 292/QĐ-BKHCN',
      right: 'Căn cứ Quyết định 1425/QĐ-TTg',
      source: cited([sources.inventory], onRecord),
    }),
    defaultSeverity: 'info',
    languages: ['json-schema', 'sql', 'markdown'],
    inputs: ['directives'],
    messages: {
      unknown: {
        vi: 'Chưa rõ {name} có hiệu lực {day} hay không',
        en: 'It is not known whether {name} is in force {day}',
      },
      partly: {
        vi: '{name} đã bị bãi bỏ một phần: kiểm tra điều khoản được dẫn',
        en: '{name} is repealed in part: check the provision that is cited',
      },
    },
  },
  scope: 'document',
  create: ctx =>
    dated(ctx, ({ place, citation, directive, force, day, own }) => {
      const data = { name: nameOf(directive), day: dayText(day, own) }
      if (force === 'unknown') ctx.report({ ...placeOf(place, citation), messageId: 'unknown', data })
      if (force === 'partly-repealed') ctx.report({ ...placeOf(place, citation), messageId: 'partly', data })
    }),
})
