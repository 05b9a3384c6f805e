import type { LocalText } from './node.ts'

/**
 * What a rule's page holds beside its title, which says what is demanded: why, a wrong and a right text, and where the
 * demand comes from. Names of standards and of other tools' rules need no translation; see {@link cited} for the rest.
 */
export interface RulePage {
  /** What goes wrong where it is not heeded. */
  readonly why: LocalText
  /** Source text that the rule finds something in. */
  readonly wrong: string
  /** The same, mended. */
  readonly right: string
  /** Where the demand comes from, in Markdown. */
  readonly source: string | LocalText
}

/** The page of a rule in Markdown, for `meta.docs`: headings in both languages, `wrong` and `right` as code. */
export const pageOf = ({ why, wrong, right, source }: RulePage): LocalText => {
  const sources = typeof source === 'string' ? { vi: source, en: source } : source
  return {
    vi: markdown(['Vì sao', 'Sai', 'Đúng', 'Nguồn'], [why.vi, fenced(wrong), fenced(right), sources.vi]),
    en: markdown(['Why', 'Wrong', 'Right', 'Source'], [why.en, fenced(wrong), fenced(right), sources.en]),
  }
}

const fenced = (code: string): string => `\`\`\`\n${code}\n\`\`\``

const markdown = (headings: readonly string[], bodies: readonly string[]): string =>
  bodies.map((body, i) => `## ${headings[i]}\n\n${body}`).join('\n\n')

/** Sources with how far they carry, in plain words: "91/2025/QH15 (not compared with the original)." */
export const cited = (sources: readonly string[], confidence: LocalText): LocalText => ({
  vi: `${sources.join('; ')} (${confidence.vi}).`,
  en: `${sources.join('; ')} (${confidence.en}).`,
})

/** Says of sources that the official text was not seen. */
export const secondary: LocalText = {
  vi: 'theo báo chí, cổng pháp luật hoặc trang thông tin chính thức; chưa đối chiếu với bản gốc',
  en: 'press, legal portals or official sites; not compared with the original text',
}

/** Says of sources that only copies were seen. */
export const thirdParty: LocalText = {
  vi: 'theo bản sao của bên thứ ba; chưa đối chiếu với danh mục chính thức',
  en: 'copies by third parties; not compared with the official list',
}

/** Says that no source confirms the demand. Such a rule does not report errors. */
export const unverified: LocalText = {
  vi: 'chưa được kiểm chứng bằng nguồn công bố; quy tắc này vì vậy chỉ là cảnh báo',
  en: 'not confirmed by a published source; this rule only warns for that reason',
}

/** Says of sources that only a copy of the official text was seen. */
export const copyOfOfficialText: LocalText = {
  vi: 'theo bản sao của bên thứ ba từ văn bản chính thức; chưa đối chiếu với bản gốc',
  en: 'a third party’s copy of the official text; not compared with the original',
}

/** Says of a demand that it is the product's own, on the records at hand. */
export const onRecord: LocalText = {
  vi: 'theo bản ghi trong hệ thống, mỗi bản ghi nêu nguồn và độ tin cậy của nó',
  en: 'by the records at hand, each of which names its sources and confidence',
}
