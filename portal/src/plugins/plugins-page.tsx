import type { InstalledPlugin } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { formatInstant } from '../language/format.ts'
import { OrganisationChoices } from '../rule-choices/organisation-choices.tsx'
import { Failure } from '../shell/failure.tsx'
import { Page, Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { DeprecationNote } from './deprecation-note.tsx'
import { installedPlugins } from './plugin-queries.ts'
import { ResumePlugin } from './resume-plugin.tsx'
import { RuleLinks } from './rule-links.tsx'
import { WaitingVersions } from './waiting-versions.tsx'

export const PluginsPage = () => {
  const { t } = useTranslation()
  const plugins = useQuery(installedPlugins(useRest()))
  return (
    <Page title={t('page.plugins')} name={t('page.plugins')} lead={t('plugins.lead')}>
      {plugins.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {plugins.isError && <Failure error={plugins.error} onRetry={() => void plugins.refetch()} />}
      {plugins.data?.length === 0 && <p className="empty">{t('plugins.none')}</p>}
      <div className="stack">
        <WaitingVersions />
        <OrganisationChoices />
        {plugins.data?.map(plugin => (
          <PluginPanel key={`${plugin.manifest.id}@${plugin.manifest.version}`} plugin={plugin} />
        ))}
      </div>
    </Page>
  )
}

const PluginPanel = ({ plugin }: { plugin: InstalledPlugin }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { manifest, state, reason, rules, isFirstParty, installedAt, installations, deprecation } = plugin
  const title = manifest.title[language]
  const badge = (
    <span className={`badge badge-${state === 'running' ? 'good' : 'late'}`}>{t(`plugins.${state}`)}</span>
  )
  return (
    <Panel title={title} hint={manifest.description[language]} extra={badge}>
      <p className="soft small">
        <code>{manifest.id}</code> · {t('plugins.version', { version: manifest.version })} ·{' '}
        {t('plugins.rules', { rules: rules.length })} ·{' '}
        {isFirstParty
          ? t('plugins.firstParty')
          : t('plugins.installed', {
              places: installations.map(({ organisationCode }) => organisationCode).join(', '),
              time: formatInstant(installedAt, language),
            })}{' '}
        ·{' '}
        <Link to="/plugins/$pluginId" params={{ pluginId: manifest.id }}>
          {t('plugins.more', { plugin: title })}
        </Link>
      </p>
      <DeprecationNote deprecation={deprecation} />
      {reason && (
        <p>
          {t('plugins.reason')}: {reason[language]}
        </p>
      )}
      {state === 'quarantined' && <ResumePlugin id={manifest.id} />}
      <RuleLinks pluginId={manifest.id} title={title} rules={rules} areInUse />
    </Panel>
  )
}
