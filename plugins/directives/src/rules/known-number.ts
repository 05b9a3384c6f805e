import { cited, defineRule, onRecord, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { citationsIn } from '../citations/citation.ts'
import { placeOf } from '../citations/find.ts'
import { isHistory } from '../citations/history.ts'
import { texts } from '../citations/texts.ts'
import { sources } from '../sources.ts'

export const knownNumber: Rule = defineRule({
  meta: {
    title: { vi: 'Số hiệu văn bản có trong danh mục', en: 'Numbers of directives are on record' },
    docs: pageOf({
      why: {
        vi: 'Văn bản chưa có trong danh mục thì không ai được báo khi nó bị sửa đổi hay thay thế. Số hiệu có thể sai, hoặc văn bản chưa được ghi nhận: danh mục không đủ mọi văn bản, nên đây chỉ là lưu ý.',
        en: 'Of a directive that is not on record nobody hears when it is amended or replaced. The number may be wrong, or the directive not recorded yet: the record does not hold every directive, so this is only a notice.',
      },
      wrong: 'Theo Nghị định 287/2025/NĐ-CP',
      right: 'Theo Nghị định 278/2025/NĐ-CP',
      source: cited([sources.inventory], onRecord),
    }),
    defaultSeverity: 'info',
    languages: ['json-schema', 'sql', 'markdown'],
    inputs: ['directives'],
    messages: {
      unknown: {
        vi: '{number} chưa có trong danh mục văn bản: kiểm tra số hiệu, hoặc ghi nhận văn bản',
        en: '{number} is not among the directives on record: check the number, or record the directive',
      },
    },
  },
  scope: 'unit',
  create: ctx =>
    texts(text => {
      for (const citation of citationsIn(text.text)) {
        const { code, number } = citation
        if (code !== null || number === null || isHistory(citation, text.heading)) continue
        if (!ctx.directives.byNumber(number))
          ctx.report({ ...placeOf(text, citation), messageId: 'unknown', data: { number } })
      }
    }),
})
