import {
  defineRule,
  type MarkdownDocument,
  type MdSectionNode,
  Occurrences,
  pageOf,
  type Rule,
  type RuleContext,
} from '@lienthong/plugin-sdk'
import { countsOf, isGlossary, namesOf, type Term, termsOf, timesSaid } from '../text/glossary.ts'
import { plain } from '../text/plain.ts'
import { ofSection } from '../text/wording.ts'
import { literature } from './sources.ts'

/** Not part of an id, a document's number or a name with a hyphen. */
const abbreviation = /(?<![\p{L}\p{N}/.-])[A-ZĐ]{3,8}(?![\p{L}\p{N}/-])/gu

/** Known to everybody who reads a specification. */
const common: ReadonlySet<string> = new Set(
  (
    'API ASCII CSDL CSV DDL GIS GPS HTML HTTP HTTPS IEC IEEE ISBN ISO JSON NFC PDF PNG QCVN REST SHA SQL TCP TCVN TLS ' +
    'URI URL USB UTC UTF UUID VAT VND WGS XML YAML'
  ).split(' '),
)

export const glossary: Rule = defineRule({
  meta: {
    title: { vi: 'Thuật ngữ được dùng và được giải thích', en: 'Terms are used and explained' },
    docs: pageOf({
      why: {
        vi: 'Thuật ngữ giải thích mà không dùng làm người đọc tìm vô ích; giải thích hai lần thì không biết theo lần nào; từ viết tắt trong yêu cầu mà không giải thích thì mỗi nơi hiểu một cách. Chỉ xét tài liệu có mục thuật ngữ.',
        en: 'A term that is explained and never used makes readers search in vain; explained twice, nobody knows which holds; an abbreviation in a requirement that is not explained is read differently everywhere. Only documents with a glossary are looked at.',
      },
      wrong:
        '# Thuật ngữ\n\n- **Bên khai thác**: hệ thống nhận dữ liệu.\n\n# Yêu cầu\n\nYC-001: LGSP phải ghi nhật ký.',
      right:
        '# Thuật ngữ\n\n- **LGSP**: nền tảng tích hợp, chia sẻ dữ liệu của bộ, tỉnh.\n\n# Yêu cầu\n\nYC-001: LGSP phải ghi nhật ký.',
      source: literature('§ 5.2.6', 'R4'),
    }),
    defaultSeverity: 'info',
    languages: ['markdown'],
    messages: {
      unused: {
        vi: 'Tài liệu không dùng thuật ngữ “{term}”',
        en: 'The document does not use the term "{term}"',
      },
      twice: { vi: '“{term}” đã được giải thích ở trên', en: '"{term}" is explained above already' },
      unexplained: {
        vi: '“{term}” chưa có trong mục thuật ngữ',
        en: '"{term}" is not in the glossary',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'markdown') return
      const glossaries = facts.sections.filter(isGlossary)
      if (glossaries.length === 0) return
      checkTerms(ctx, facts, glossaries.flatMap(termsOf))
      checkAbbreviations(ctx, facts, glossaries)
    },
  }),
})

function checkTerms(ctx: RuleContext, { sections }: MarkdownDocument, terms: readonly Term[]): void {
  const explained = countsOf(terms.flatMap(({ term }) => namesOf(term)))
  const said = timesSaid(sections, new Set(explained.keys()))
  // Where it is explained it stands once, too.
  const isUsed = (name: string) => (said.get(name) ?? 0) > (explained.get(name) ?? 0)
  const texts = new Map<MdSectionNode, Occurrences>()
  const seen = new Set<string>()
  for (const { node, term, from, to } of terms) {
    const occurrences = texts.get(node) ?? new Occurrences(node.value.text)
    texts.set(node, occurrences)
    const place = { node, ...occurrences.mark(from, to), data: { term } }
    const names = namesOf(term)
    if (seen.has(names.join())) ctx.report({ ...place, messageId: 'twice' })
    else if (!names.some(isUsed)) ctx.report({ ...place, messageId: 'unused' })
    seen.add(names.join())
  }
}

const abbreviationsIn = ofSection(({ value }) => value.text.match(/[A-ZĐ]{3,8}/gu) ?? [])
const spelledOutIn = ofSection(({ value }) =>
  [...value.text.matchAll(/\(([A-ZĐ]{3,8})\)/gu)].map(([, term = '']) => term),
)

/** Each abbreviation once, where a requirement first says it; one that is spelled out in brackets anywhere is explained. */
function checkAbbreviations(
  ctx: RuleContext,
  { sections, requirements }: MarkdownDocument,
  glossaries: readonly MdSectionNode[],
): void {
  const seen = new Set([...common, ...glossaries.flatMap(abbreviationsIn), ...sections.flatMap(spelledOutIn)])
  for (const node of requirements) {
    for (const { 0: term, index } of plain(node.value.text).matchAll(abbreviation)) {
      if (seen.has(term)) continue
      seen.add(term)
      const marked = new Occurrences(node.value.text).mark(index, index + term.length)
      ctx.report({ node, at: 'value', ...marked, messageId: 'unexplained', data: { term } })
    }
  }
}
