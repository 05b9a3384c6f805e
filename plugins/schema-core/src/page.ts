import type { LocalText } from '@lienthong/plugin-sdk'

/** What a rule's page holds. */
export interface Page {
  readonly why: LocalText
  readonly wrong: string
  readonly right: string
  readonly source: string
}

/** The page of a rule in Markdown: why, wrong, right, source. */
export const pageOf = ({ why, wrong, right, source }: Page): LocalText => ({
  vi: markdown(['Vì sao', 'Sai', 'Đúng', 'Nguồn'], [why.vi, fenced(wrong), fenced(right), source]),
  en: markdown(['Why', 'Wrong', 'Right', 'Source'], [why.en, fenced(wrong), fenced(right), source]),
})

const fenced = (code: string): string => `\`\`\`\n${code}\n\`\`\``

const markdown = (headings: readonly string[], bodies: readonly string[]): string =>
  bodies.map((body, i) => `## ${headings[i]}\n\n${body}`).join('\n\n')

export const jsonSchema = 'JSON Schema 2020-12'
export const postgresql = 'PostgreSQL'
