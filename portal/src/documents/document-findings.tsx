import type { DocumentId, WaivedBy } from '@lienthong/protocol'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../language/format.ts'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { AskWaiver } from '../waivers/ask-waiver.tsx'
import type { LiveDocument } from './live-document.ts'

/** What the rules say of the document now, by line. What is waived is said too, and counts for nothing. */
export const DocumentFindings = ({
  documentId,
  findings,
  isChecked,
}: {
  documentId: DocumentId
  findings: LiveDocument['findings']
  isChecked: boolean
}) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const problems = findings.filter(({ finding }) => !finding.waived)
  return (
    <Panel
      title={t('documents.findings')}
      extra={isChecked && <span className="count-badge">{problems.length}</span>}
    >
      {findings.length === 0 && (
        <p className="empty">{t(isChecked ? 'documents.noFindings' : 'documents.notChecked')}</p>
      )}
      <ul className="findings">
        {findings.map(({ finding, line }) => (
          <li key={`${finding.ruleId} ${finding.fingerprint} ${line}`} className="finding">
            <div className="finding-head">
              <span className={`badge ${finding.waived ? 'badge-none' : `severity-${finding.severity}`}`}>
                {t(`severity.${finding.severity}`)}
              </span>
              {line !== null && <a href={`#line-${line}`}>{t('documents.line', { line })}</a>}
            </div>
            <p>{finding.message[language]}</p>
            <div className="finding-foot">
              <RuleLink ruleId={finding.ruleId} />
              {!finding.waived && <AskWaiver documentId={documentId} finding={finding} />}
            </div>
            {finding.waived && <Acceptance {...finding.waived} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const Acceptance = ({ reason, until, approvedBy }: WaivedBy) => {
  const { t } = useTranslation()
  return <p className="soft small">{t('waivers.waived', { reason, day: formatDay(until), approvedBy })}</p>
}

const RuleLink = ({ ruleId }: { ruleId: string }) => {
  const at = ruleId.indexOf('/')
  if (at === -1) return <code className="small">{ruleId}</code>
  return (
    <Link
      className="small"
      to="/plugins/$pluginId/rules/$ruleId"
      params={{ pluginId: ruleId.slice(0, at), ruleId: ruleId.slice(at + 1) }}
    >
      {ruleId}
    </Link>
  )
}
