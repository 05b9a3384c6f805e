import { definitionText, escaped } from '@lienthong/plugin-engine'
import type { DirectiveDetail, DirectiveStatus, LocalText, RuleSummary } from '@lienthong/protocol'
import type { Defined } from './known-documents.ts'

/** A definition as it is written, with the document that it is in. */
export const textOfDefinition = (
  { in: { document }, definition }: Defined,
  text: string,
  isHere: boolean,
): LocalText => {
  const where = isHere ? '' : `\n\n${escaped(document.title)} · \`${document.databaseCode}/${document.path}\``
  const shown = `${definitionText(document.format, text, definition)}${where}`
  return { vi: shown, en: shown }
}

const statuses: Readonly<Record<DirectiveStatus, LocalText>> = {
  draft: { vi: 'dự thảo', en: 'draft' },
  'in-force': { vi: 'còn hiệu lực', en: 'in force' },
  'partly-repealed': { vi: 'hết hiệu lực một phần', en: 'partly repealed' },
  repealed: { vi: 'đã bị bãi bỏ', en: 'repealed' },
  expired: { vi: 'hết hiệu lực', en: 'expired' },
  unknown: { vi: 'chưa rõ hiệu lực', en: 'status unknown' },
}

/** As many provisions, and of each as many characters, as people read beside the words. */
const maxProvisions = 5
const maxProvisionLength = 1_000

/** A directive in a few lines; `before` are the words before its number. */
export const directiveText = (directive: DirectiveDetail, before: string): LocalText => {
  const { code, number, type, title, issuer, issuedOn, status, provisions } = directive
  const named = provisions.filter(({ label }) => namesProvision(before, label)).slice(0, maxProvisions)
  const of = (language: 'vi' | 'en'): string =>
    [
      `**${escaped(`${type} ${number ?? code}`)}** · ${statuses[status][language]}`,
      escaped(title[language] ?? title.vi),
      escaped([issuer[language] ?? issuer.vi, issuedOn].filter(part => part !== null).join(', ')),
      ...named.map(
        ({ label, text }) => `**${escaped(label)}** ${escaped((text ?? '').slice(0, maxProvisionLength))}`,
      ),
      `[${code}](/directives/${encodeURIComponent(code)})`,
    ].join('\n\n')
  return { vi: of('vi'), en: of('en') }
}

/** “Điều 5 Nghị định …” names the provision that is labelled so; “Điều 15” does not name “Điều 1”. */
const namesProvision = (before: string, label: string): boolean => {
  const words = before.toLowerCase()
  const at = words.lastIndexOf(label.toLowerCase())
  return at >= 0 && !/^[\p{L}\p{N}]/u.test(words.slice(at + label.length)) && !/[;\n]/.test(words.slice(at))
}

/** A rule's title and documentation. */
export const ruleText = ({ title, docs }: RuleSummary): LocalText => ({
  vi: `**${escaped(title.vi)}**\n\n${docs.vi}`,
  en: `**${escaped(title.en)}**\n\n${docs.en}`,
})
