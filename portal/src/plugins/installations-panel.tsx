import type { PluginInstallation, PluginVersion } from '@lienthong/protocol'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { formatInstant } from '../language/format.ts'
import { OrganisationName } from '../organisations/organisation-name.tsx'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { sayError } from '../shell/say-error.ts'
import { installedPlugins, useReadAnew } from './plugin-queries.ts'
import { ResumePlugin } from './resume-plugin.tsx'

/** For which organisations which version runs. */
export const InstallationsPanel = ({ title, versions }: { title: string; versions: PluginVersion[] }) => {
  const { t } = useTranslation()
  const isFirstParty = versions.some(version => version.isFirstParty)
  const installed = versions.flatMap(version => version.installations.map(place => ({ version, place })))
  return (
    <Panel
      title={t('plugins.runsFor')}
      hint={isFirstParty ? t('plugins.runsEverywhere') : t('plugins.runsForLead')}
    >
      {!isFirstParty && installed.length === 0 && <p className="empty">{t('plugins.runsNowhere')}</p>}
      <ul className="findings">
        {installed.map(({ version, place }) => (
          <Installed key={place.organisationId} title={title} version={version} place={place} />
        ))}
      </ul>
      <Quarantine id={versions[0]?.manifest.id} />
    </Panel>
  )
}

interface InstalledVersion {
  title: string
  version: PluginVersion
  place: PluginInstallation
}

const Installed = ({ title, version, place }: InstalledVersion) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const at = formatInstant(place.at, language)
  return (
    <li className="finding">
      <div className="finding-head">
        <strong>
          <OrganisationName id={place.organisationId} name={place.organisationCode} />
        </strong>
        <span className="badge badge-good">
          {t('plugins.version', { version: version.manifest.version })}
        </span>
      </div>
      <div className="finding-foot">
        <span className="soft small">
          {place.by ? t('plugins.by', { name: place.by.displayName, at }) : t('plugins.byUnknown', { at })}
        </span>
        <Remove title={title} version={version} place={place} />
      </div>
    </li>
  )
}

const Remove = ({ title, version, place }: InstalledVersion) => {
  const { t } = useTranslation()
  const { modal, message } = App.useApp()
  const rest = useRest()
  const mayRemove = useMay('plugin:install')
  const readAnew = useReadAnew()
  const remove = useMutation({
    mutationFn: () => rest.delete(`/plugins/${version.manifest.id}/installations/${place.organisationId}`),
    onSuccess: async () => {
      await readAnew()
      void message.success(t('plugins.removed'))
    },
  })
  if (!mayRemove) return null
  const ask = () =>
    modal.confirm({
      title: t('plugins.removeAsk', { plugin: title, organisation: place.organisationCode }),
      okText: t('plugins.remove'),
      cancelText: t('edit.cancel'),
      onOk: () => remove.mutate(),
    })
  return (
    <>
      <Button size="small" loading={remove.isPending} onClick={ask}>
        {t('plugins.remove')}
      </Button>
      {remove.error && <Alert type="error" showIcon role="alert" title={sayError(t, remove.error)} />}
    </>
  )
}

/** Why it does not run although it is installed. */
const Quarantine = ({ id }: { id: string | undefined }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const plugins = useQuery(installedPlugins(useRest()))
  const stopped =
    plugins.data?.filter(({ manifest, state }) => manifest.id === id && state === 'quarantined') ?? []
  if (!id || stopped.length === 0) return null
  return (
    <>
      {stopped.map(({ manifest, reason }) => (
        <p key={manifest.version}>
          <span className="badge badge-late">{t('plugins.quarantined')}</span>{' '}
          {t('plugins.version', { version: manifest.version })}: {reason?.[language]}
        </p>
      ))}
      <ResumePlugin id={id} />
    </>
  )
}
