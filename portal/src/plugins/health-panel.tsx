import type { PluginHealth } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { formatInstant, formatNumber } from '../language/format.ts'
import { Fact, Facts } from '../records/fact.tsx'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { healthOf } from './plugin-queries.ts'

/** What a rule set in use costs, finds, and how it failed. */
export const HealthPanel = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(healthOf(useRest(), id))
  return (
    <Panel title={t('pluginHealth.title')} hint={t('pluginHealth.lead')}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      <div className="versions">
        {data?.map(health => (
          <VersionHealth key={health.version} health={health} />
        ))}
      </div>
    </Panel>
  )
}

const VersionHealth = ({ health }: { health: PluginHealth }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { version, runs, totalMs, p95Ms, peakMemoryBytes, maxMemoryBytes, faults, lastFault } = health
  const number = (value: number) => formatNumber(value, language)
  const megabytes = (bytes: number) => number(Math.round(bytes / 1024 ** 2))
  return (
    <section aria-label={t('plugins.version', { version })}>
      <h3>{t('plugins.version', { version })}</h3>
      <Facts>
        <Fact label={t('pluginHealth.runs')}>{number(runs)}</Fact>
        <Fact label={t('pluginHealth.total')}>
          {t('pluginHealth.seconds', { seconds: number(Math.round(totalMs / 10) / 100) })}
        </Fact>
        <Fact label={t('pluginHealth.p95')}>
          {t('pluginHealth.milliseconds', { ms: number(Math.round(p95Ms * 10) / 10) })}
        </Fact>
        <Fact label={t('pluginHealth.memory')}>
          {t('pluginHealth.megabytes', { mb: megabytes(peakMemoryBytes), most: megabytes(maxMemoryBytes) })}
        </Fact>
        {health.findings && (
          <Fact label={t('pluginHealth.findings')}>
            <Findings findings={health.findings} documents={health.documents} />
          </Fact>
        )}
        <Fact label={t('pluginHealth.faults')}>
          {number(faults)}
          {lastFault && (
            <span className="small">
              {' · '}
              {t('pluginHealth.lastFault', {
                at: formatInstant(lastFault.at, language),
                reason: lastFault.reason[language],
              })}
              {lastFault.rule !== null && (
                <>
                  {' '}
                  {t('pluginHealth.lastRule')} <code>{lastFault.rule}</code>
                </>
              )}
            </span>
          )}
        </Fact>
      </Facts>
    </section>
  )
}

const Findings = ({
  findings,
  documents,
}: {
  findings: NonNullable<PluginHealth['findings']>
  documents: number
}) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const found = Object.entries(findings).filter(([, count]) => count > 0)
  const all = found.reduce((sum, [, count]) => sum + count, 0)
  return (
    <>
      {t('pluginHealth.inDocuments', {
        findings: formatNumber(all, language),
        documents: formatNumber(documents, language),
      })}
      <ul className="rules">
        {found
          .sort(([, a], [, b]) => b - a)
          .map(([rule, count]) => (
            <li key={rule}>
              <code className="small">{rule}</code> {formatNumber(count, language)}
            </li>
          ))}
      </ul>
    </>
  )
}
