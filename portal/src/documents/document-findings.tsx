import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import type { LiveDocument } from './live-document.ts'

/** What the rules say of the document now, by line. */
export const DocumentFindings = ({
  findings,
  isChecked,
}: {
  findings: LiveDocument['findings']
  isChecked: boolean
}) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <Panel
      title={t('documents.findings')}
      extra={isChecked && <span className="count-badge">{findings.length}</span>}
    >
      {findings.length === 0 && (
        <p className="empty">{t(isChecked ? 'documents.noFindings' : 'documents.notChecked')}</p>
      )}
      <ul className="findings">
        {findings.map(({ finding, line }) => (
          <li key={`${finding.ruleId} ${finding.fingerprint} ${line}`} className="finding">
            <div className="finding-head">
              <span className={`badge severity-${finding.severity}`}>
                {t(`severity.${finding.severity}`)}
              </span>
              {line !== null && <a href={`#line-${line}`}>{t('documents.line', { line })}</a>}
            </div>
            <p>{finding.message[language]}</p>
            <RuleLink ruleId={finding.ruleId} />
          </li>
        ))}
      </ul>
    </Panel>
  )
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
