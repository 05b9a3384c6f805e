import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { RehearsalPanel } from '../rehearsals/rehearsal-panel.tsx'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Page } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { DeprecatePlugin } from './deprecate-plugin.tsx'
import { HealthPanel } from './health-panel.tsx'
import { InstallPluginButton } from './install-plugin.tsx'
import { InstallationsPanel } from './installations-panel.tsx'
import { versionsOf } from './plugin-queries.ts'
import { VersionsPanel } from './versions-panel.tsx'

const route = getRouteApi('/frame/plugins/$pluginId')

/** A rule set: where it runs, every version of it, and what can be done about it. */
export const PluginPage = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { pluginId } = route.useParams()
  const mayInstall = useMay('plugin:install')
  const { data, error, refetch } = useQuery(versionsOf(useRest(), pluginId))
  const shown = data?.find(({ installations }) => installations.length > 0) ?? data?.[0]
  const title = shown?.manifest.title[language] ?? pluginId
  const trail = [{ label: t('page.plugins'), to: { to: '/plugins' } as const }]
  if (!data || !shown)
    return (
      <Page title={title} name={title} trail={trail}>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />}
      </Page>
    )
  const isInUse = shown.isFirstParty || shown.installations.length > 0
  const actions = !shown.isFirstParty && mayInstall && (
    <div className="button-row">
      <InstallPluginButton title={title} versions={data} />
      <DeprecatePlugin id={pluginId} title={title} versions={data} />
    </div>
  )
  return (
    <Page
      title={title}
      name={title}
      trail={trail}
      actions={actions}
      lead={
        <>
          <code>{pluginId}</code> · {shown.manifest.description[language]}
        </>
      }
    >
      <div className="stack">
        <InstallationsPanel title={title} versions={data} />
        {!shown.isFirstParty && <RehearsalPanel versions={data} />}
        {isInUse && <HealthPanel id={pluginId} />}
        <VersionsPanel title={title} versions={data} />
      </div>
    </Page>
  )
}
