import type { RehearsedText } from '@lienthong/protocol'
import { Link } from '@tanstack/react-router'
import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { Failure } from '../shell/failure.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import type { RehearsalState } from './use-rehearsal.ts'

/** How far it is, every text on which something would be other than now, and what was not looked at. */
export const RehearsalResult = ({
  state: { sums, told, looked, total, isRunning, error },
}: {
  state: RehearsalState
}) => {
  const { t } = useTranslation()
  const left = isRunning ? 0 : total - looked
  return (
    <div className="rehearsal">
      {isRunning && (
        <Progress
          percent={total === 0 ? 0 : Math.round((100 * looked) / total)}
          aria-label={t('rehearsal.progress')}
        />
      )}
      {error !== null && <Failure error={error} />}
      <p role="status">
        {t('rehearsal.sum', { ...sums, looked, total })}{' '}
        {sums.unlooked + left > 0 && (
          <strong>{t('rehearsal.notLooked', { texts: sums.unlooked, documents: left })}</strong>
        )}
      </p>
      <ul className="findings">
        {told.map(text => (
          <OneText key={`${text.documentId} ${text.number}`} text={text} />
        ))}
      </ul>
    </div>
  )
}

const OneText = ({ text }: { text: RehearsedText }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { databaseCode, path, number, unlooked, faults, examples, gone, unchanged, newErrors, replaces } =
    text
  return (
    <li className="finding">
      <div className="finding-head">
        <Link to="/databases/$code/documents/$path" params={{ code: databaseCode, path }}>
          {databaseCode}/{path}
        </Link>
        {number !== null && <span className="chip">{t('rehearsal.published', { number })}</span>}
      </div>
      {faults.map(fault => (
        <p key={fault}>
          <span className="badge severity-fault">{t('severity.fault')}</span> <span lang="en">{fault}</span>
        </p>
      ))}
      {unlooked !== null && <p className="soft small">{t(`rehearsal.unlooked.${unlooked}`)}</p>}
      {unlooked === null && faults.length === 0 && (
        <p className="soft small">
          {t('rehearsal.counts', { new: text.new, errors: newErrors, gone, unchanged })}{' '}
          {replaces !== null && t('rehearsal.replaces', { version: replaces })}
        </p>
      )}
      <ul className="rehearsal-examples">
        {examples.map(({ change, line, severity, message, ruleId }) => (
          <li key={`${change} ${ruleId} ${line} ${message.vi}`} className="small">
            <span className={`badge ${change === 'gone' ? 'badge-none' : `severity-${severity}`}`}>
              {t(`rehearsal.change.${change}`)}
            </span>{' '}
            {t('documents.line', { line })}: {message[language]}
          </li>
        ))}
      </ul>
    </li>
  )
}
