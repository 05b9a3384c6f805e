import type { InstalledPlugin } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { formatInstant } from '../language/format.ts'
import { Failure } from '../shell/failure.tsx'
import { Page, Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { installedPlugins } from './plugin-queries.ts'
import { ResumePlugin } from './resume-plugin.tsx'

export const PluginsPage = () => {
  const { t } = useTranslation()
  const plugins = useQuery(installedPlugins(useRest()))
  return (
    <Page title={t('page.plugins')} name={t('page.plugins')} lead={t('plugins.lead')}>
      {plugins.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {plugins.isError && <Failure error={plugins.error} onRetry={() => void plugins.refetch()} />}
      {plugins.data?.length === 0 && <p className="empty">{t('plugins.none')}</p>}
      <div className="stack">
        {plugins.data?.map(plugin => (
          <PluginPanel key={plugin.manifest.id} plugin={plugin} />
        ))}
      </div>
    </Page>
  )
}

const PluginPanel = ({ plugin }: { plugin: InstalledPlugin }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { manifest, state, reason, rules, isFirstParty, installedAt } = plugin
  const badge = (
    <span className={`badge badge-${state === 'running' ? 'good' : 'late'}`}>{t(`plugins.${state}`)}</span>
  )
  return (
    <Panel title={manifest.title[language]} hint={manifest.description[language]} extra={badge}>
      <p className="soft small">
        <code>{manifest.id}</code> · {t('plugins.version', { version: manifest.version })} ·{' '}
        {t('plugins.rules', { rules: rules.length })} ·{' '}
        {isFirstParty
          ? t('plugins.firstParty')
          : t('plugins.installed', { time: formatInstant(installedAt, language) })}
      </p>
      {reason && (
        <p>
          {t('plugins.reason')}: {reason}
        </p>
      )}
      {state === 'quarantined' && <ResumePlugin id={manifest.id} />}
      <ul className="rules" aria-label={t('plugins.rulesOf', { plugin: manifest.title[language] })}>
        {rules.map(rule => (
          <li key={rule.id}>
            <Link
              to="/plugins/$pluginId/rules/$ruleId"
              params={{ pluginId: manifest.id, ruleId: localRuleId(manifest.id, rule.id) }}
            >
              {rule.title[language]}
            </Link>{' '}
            <span className={`badge severity-${rule.defaultSeverity}`}>
              {t(`severity.${rule.defaultSeverity}`)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** A rule's id inside its plugin: `plugin/rule` → `rule`. */
const localRuleId = (pluginId: string, ruleId: string): string =>
  ruleId.startsWith(`${pluginId}/`) ? ruleId.slice(pluginId.length + 1) : ruleId
