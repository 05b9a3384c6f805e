import { type RuleChoicesRecord, settingOf } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { formatInstant } from '../language/format.ts'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { type ChoicesPlace, ruleChoices } from './choices-queries.ts'
import { EditChoices } from './edit-choices.tsx'

/** Which rules run how in one place, and how to choose for whoever may. */
export const RuleChoicesPanel = ({
  place,
  title,
  lead,
}: {
  place: ChoicesPlace
  title: string
  lead: string
}) => {
  const { t } = useTranslation()
  const mayChoose = useMay('plugin:install')
  const { data, error, refetch } = useQuery(ruleChoices(useRest(), place))
  return (
    <Panel title={title} hint={lead}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <Chosen record={data} />}
      {data && mayChoose && (
        <div className="button-row">
          <EditChoices key={data.version} place={place} record={data} title={title} />
        </div>
      )}
      {data && data.version === 0 && !mayChoose && <p className="empty">{t('ruleChoices.none')}</p>}
    </Panel>
  )
}

const Chosen = ({ record: { choices, changedAt, changedBy } }: { record: RuleChoicesRecord }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { set, rules = {}, overrides = [] } = choices
  return (
    <>
      {set && (
        <p>
          {t('ruleChoices.set')}: {t(`ruleChoices.sets.${set}`)}
        </p>
      )}
      <ul className="rules" aria-label={t('ruleChoices.title')}>
        {Object.entries(rules).map(([id, choice]) => (
          <li key={id}>
            <code className="small">{id}</code> <Level level={settingOf(choice).severity} />
          </li>
        ))}
      </ul>
      {overrides.length > 0 && (
        <p className="soft small">{t('ruleChoices.overrides', { overrides: overrides.length })}</p>
      )}
      {changedAt && (
        <p className="soft small">
          {t('ruleChoices.changed', { name: changedBy, at: formatInstant(changedAt, language) })}
        </p>
      )}
    </>
  )
}

const Level = ({ level }: { level: ReturnType<typeof settingOf>['severity'] }) => {
  const { t } = useTranslation()
  if (level === undefined) return <span className="badge badge-none">{t('ruleChoices.declared')}</span>
  if (level === 'off') return <span className="badge badge-none">{t('ruleChoices.off')}</span>
  return <span className={`badge severity-${level}`}>{t(`severity.${level}`)}</span>
}
