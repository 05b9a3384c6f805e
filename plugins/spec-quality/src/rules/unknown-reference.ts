import { defineRule, type Fix, Occurrences, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { idOf, idsIn } from '../text/ids.ts'
import { ofSection, plainOf } from '../text/wording.ts'
import { literature } from './sources.ts'

const mentionedIn = ofSection(node => idsIn(plainOf(node)))

/** An id whatever zeros its number is written with: the only slip whose right text is certain. */
const withoutZeros = (id: string): string => {
  const { series, digits } = idOf(id)
  return series + Number(digits)
}

const fixesTo = (id: string | undefined): readonly Fix[] =>
  id === undefined
    ? []
    : [{ kind: 'replaceText', text: id, title: { vi: `Đổi thành ${id}`, en: `Change it to ${id}` } }]

export const unknownReference: Rule = defineRule({
  meta: {
    title: { vi: 'Mã yêu cầu được dẫn có trong tài liệu', en: 'Requirements that are referred to exist' },
    docs: pageOf({
      why: {
        vi: 'Câu dẫn tới yêu cầu không có là còn sót lại sau khi sửa; người đọc không biết yêu cầu nào được nói tới. Chỉ xét mã cùng loạt với các yêu cầu của tài liệu; mã của tài liệu khác không bị nêu.',
        en: 'A reference to a requirement that does not exist was left behind by an edit; readers do not know what is meant. Only ids of the series that the document itself uses are looked at; those of other documents are left alone.',
      },
      wrong: 'YC-001: Hệ thống phải lưu nhật ký.\n\nThời hạn ở YC-010 chờ thống nhất.',
      right: 'YC-001: Hệ thống phải lưu nhật ký.\n\nThời hạn ở YC-001 chờ thống nhất.',
      source: literature('§ 5.2.5 (traceable)', 'C11; Doorstop "unknown UID"; OpenFastTrace "orphaned"'),
    }),
    defaultSeverity: 'error',
    languages: ['markdown'],
    fixable: true,
    messages: {
      unknown: { vi: 'Tài liệu không có yêu cầu {id}', en: 'The document has no requirement {id}' },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'markdown') return
      const known = new Set(facts.requirements.map(({ value }) => value.id))
      const series = new Set([...known].map(id => idOf(id).series))
      const byNumber = new Map([...known].map(id => [withoutZeros(id), id]))
      const isUnknown = (id: string) => !known.has(id) && series.has(idOf(id).series)
      for (const node of facts.sections) {
        const occurrences = new Occurrences(node.value.text)
        const mentioned = mentionedIn(node).filter(({ id }) => isUnknown(id))
        for (const { id, from, to } of mentioned) {
          const fixes = fixesTo(byNumber.get(withoutZeros(id)))
          ctx.report({ node, ...occurrences.mark(from, to), messageId: 'unknown', data: { id }, fixes })
        }
      }
    },
  }),
})
