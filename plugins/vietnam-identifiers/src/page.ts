import type { LocalText } from '@lienthong/plugin-sdk'

/** What a rule's page holds. Code is YAML unless it says otherwise. */
export interface Page {
  readonly why: LocalText
  readonly wrong: string
  readonly right: string
  readonly sources: readonly string[]
  readonly confidence: LocalText
}

/** The page of a rule in Markdown: why, wrong, right, source. */
export const pageOf = ({ why, wrong, right, sources, confidence }: Page): LocalText => ({
  vi: markdown(
    ['Vì sao', 'Sai', 'Đúng', 'Nguồn'],
    why.vi,
    wrong,
    right,
    `${sources.join('; ')} (${confidence.vi}).`,
  ),
  en: markdown(
    ['Why', 'Wrong', 'Right', 'Source'],
    why.en,
    wrong,
    right,
    `${sources.join('; ')} (${confidence.en}).`,
  ),
})

const markdown = (headings: readonly string[], ...bodies: readonly string[]): string =>
  bodies
    .map((body, i) => `## ${headings[i]}\n\n${body.includes('\n') ? `\`\`\`\n${body}\n\`\`\`` : body}`)
    .join('\n\n')
