import { cited, defineRule, onRecord, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { citationsIn } from '../citations/citation.ts'
import { directiveOf, nameOf, placeOf } from '../citations/find.ts'
import { knowsProvision } from '../citations/provision.ts'
import { texts } from '../citations/texts.ts'
import { sources } from '../sources.ts'

export const knownProvision: Rule = defineRule({
  meta: {
    title: { vi: 'Điều khoản được dẫn có trong danh mục', en: 'Provisions that are cited are on record' },
    docs: pageOf({
      why: {
        vi: 'Từ điều, mục, phụ lục đã ghi nhận mới truy vết được tới yêu cầu và trường dữ liệu. Danh mục không ghi đủ mọi điều khoản, nên đây chỉ là lưu ý; văn bản chưa ghi điều khoản nào thì không xét.',
        en: 'Only from an article, section or annex on record can requirements and fields be traced. The record does not hold every provision, so this is only a notice; directives without any provision on record are left alone.',
      },
      wrong: 'Theo Điều 55 Nghị định 278/2025/NĐ-CP (gồm 25 điều)',
      right: 'Theo Điều 5 Nghị định 278/2025/NĐ-CP',
      source: cited([sources.inventory, 'OpenFastTrace `orphaned`'], onRecord),
    }),
    defaultSeverity: 'info',
    languages: ['json-schema', 'sql', 'markdown'],
    inputs: ['directives'],
    messages: {
      unknown: {
        vi: '{provision} của {name} chưa có trong danh mục: kiểm tra điều khoản, hoặc ghi nhận',
        en: '{provision} of {name} is not on record: check the provision, or record it',
      },
    },
  },
  scope: 'unit',
  create: ctx =>
    texts(text => {
      for (const citation of citationsIn(text.text)) {
        const { provision } = citation
        const directive = provision === null ? undefined : directiveOf(ctx.directives, citation)
        if (!directive || provision === null || knowsProvision(directive, provision) !== false) continue
        const data = { provision, name: nameOf(directive) }
        ctx.report({ ...placeOf(text, citation), messageId: 'unknown', data })
      }
    }),
})
