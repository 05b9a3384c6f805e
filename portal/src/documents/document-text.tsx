import type { DocumentFormat, Severity } from '@lienthong/protocol'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LiveDocument } from './live-document.ts'

/** The gravest first. */
const gravity: readonly Severity[] = ['error', 'fault', 'warning', 'info', 'hint']

/** A document's text with line numbers and a mark where the rules found something. */
export const DocumentText = (props: {
  label: string
  lines: readonly string[]
  findings: LiveDocument['findings']
  format: DocumentFormat
}) => {
  const { t } = useTranslation()
  const severities = severityByLine(props.findings)
  if (props.lines.length === 0) return <p className="empty">{t('documents.empty')}</p>
  return (
    <section
      className={`text text-${props.format === 'markdown' ? 'prose' : 'code'}`}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
    >
      {props.lines.map((text, index) => (
        <Line key={index} number={index + 1} text={text} severity={severities.get(index + 1)} />
      ))}
    </section>
  )
}

const Line = memo((props: { number: number; text: string; severity: Severity | undefined }) => (
  <div className={`line ${props.severity ? `line-${props.severity}` : ''}`} id={`line-${props.number}`}>
    <span className="line-number" aria-hidden>
      {props.number}
    </span>
    <span className="line-text">{props.text || '\u200b'}</span>
  </div>
))

const severityByLine = (findings: LiveDocument['findings']): Map<number, Severity> => {
  const worst = new Map<number, Severity>()
  for (const { finding, line } of findings) {
    if (line === null || finding.waived) continue
    const known = worst.get(line)
    if (!known || gravity.indexOf(finding.severity) < gravity.indexOf(known))
      worst.set(line, finding.severity)
  }
  return worst
}
