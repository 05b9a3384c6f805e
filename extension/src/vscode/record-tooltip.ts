import type { Provenance } from '@lienthong/protocol'
import { l10n, MarkdownString } from 'vscode'
import { nameOfConfidence } from './names.ts'

/** A record's tooltip: its name, what is known, and where that comes from. */
export const tooltipOf = (
  title: string,
  { sources, confidence, asOf }: Provenance,
  lines: readonly (string | null)[],
): MarkdownString => {
  const tooltip = new MarkdownString()
  tooltip.appendMarkdown('**').appendText(title).appendMarkdown('**\n\n')
  for (const line of lines) if (line) tooltip.appendText(line).appendMarkdown('\n\n')
  const origin = [
    ...sources.map(source => source.title),
    ...(asOf ? [l10n.t('as of {0}', asOf)] : []),
    ...(confidence ? [l10n.t('confidence: {0}', nameOfConfidence(confidence))] : []),
  ]
  if (origin.length > 0) tooltip.appendMarkdown('---\n\n').appendText(origin.join(' · '))
  return tooltip
}
