import { cited, defineRule, onRecord, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { type Citation, citationsIn } from '../citations/citation.ts'
import { placeOf, replacing } from '../citations/find.ts'
import { type Text, texts } from '../citations/texts.ts'
import { sources } from '../sources.ts'

export const knownCode: Rule = defineRule({
  meta: {
    title: { vi: 'Mã văn bản có trong danh mục', en: 'Codes of directives exist' },
    docs: pageOf({
      why: {
        vi: 'Mã như `NQ-71-CP` dẫn tới văn bản trong danh mục: từ đó truy vết yêu cầu, hiệu lực và văn bản thay thế. Mã không có thì không dẫn tới đâu.',
        en: 'A code such as `NQ-71-CP` leads to the directive on record: requirements, force and successors are traced from there. One that does not exist leads nowhere.',
      },
      wrong: '- `NQ-17-CP` (71/NQ-CP)',
      right: '- `NQ-71-CP` (71/NQ-CP)',
      source: cited([sources.inventory, 'StrictDoc, Doorstop `unknown UID`'], onRecord),
    }),
    defaultSeverity: 'error',
    languages: ['json-schema', 'sql', 'markdown'],
    fixable: true,
    inputs: ['directives'],
    messages: {
      unknown: {
        vi: 'Danh mục không có văn bản mã {code}',
        en: 'No directive on record has the code {code}',
      },
      otherNumber: {
        vi: '{code} là {right}, không phải {number}',
        en: '{code} is {right}, not {number}',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const judge = (text: Text, citation: Citation, code: string) => {
      const { number } = citation
      const numbered = number === null ? undefined : ctx.directives.byNumber(number)
      const found = ctx.directives.byCode(code)
      const place = placeOf(text, citation)
      if (!found) {
        const fixes = replacing(citation, numbered ?? ctx.directives.similar(code))
        ctx.report({ ...place, messageId: 'unknown', data: { code }, fixes })
      } else if (number !== null && found.number !== null && numbered?.code !== found.code) {
        const data = { code, number, right: found.number }
        ctx.report({
          ...place,
          messageId: 'otherNumber',
          data,
          fixes: replacing(citation, numbered ?? found),
        })
      }
    }
    return texts(text => {
      for (const citation of citationsIn(text.text))
        if (citation.code !== null) judge(text, citation, citation.code)
    })
  },
})
