import type { PluginVersion } from '@lienthong/protocol'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../language/format.ts'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { DecideVersion } from './decide-version.tsx'
import { DeprecationNote } from './deprecation-note.tsx'
import { InstallPluginButton } from './install-plugin.tsx'
import { RuleLinks } from './rule-links.tsx'
import { VersionCode } from './version-code.tsx'

const badges: Record<PluginVersion['state'], string> = {
  proposed: 'busy',
  approved: 'good',
  refused: 'late',
  withdrawn: 'none',
}

/** Every version that is kept, newest first, and what the reader may do about each. */
export const VersionsPanel = ({ title, versions }: { title: string; versions: PluginVersion[] }) => {
  const { t } = useTranslation()
  return (
    <Panel
      title={t('plugins.versions')}
      hint={t('plugins.versionsLead')}
      extra={<span className="count-badge">{versions.length}</span>}
    >
      <ul className="versions">
        {versions.map(version => (
          <OneVersion key={version.manifest.version} title={title} version={version} />
        ))}
      </ul>
    </Panel>
  )
}

const OneVersion = ({ title, version }: { title: string; version: PluginVersion }) => {
  const { t } = useTranslation()
  const { manifest, state, note, rules, deprecation, installations, isFirstParty } = version
  return (
    <li className="finding">
      <div className="finding-head">
        <strong>{manifest.version}</strong>
        <span className={`badge badge-${badges[state]}`}>{t(`plugins.versionState.${state}`)}</span>
        <code className="small" title={manifest.sha256}>
          sha256:{manifest.sha256.slice(0, 12)}…
        </code>
      </div>
      <History version={version} />
      {note && <p>{note}</p>}
      <DeprecationNote deprecation={deprecation} />
      {rules && (
        <RuleLinks
          pluginId={manifest.id}
          title={`${title} ${manifest.version}`}
          rules={rules}
          areInUse={installations.length > 0}
        />
      )}
      <div className="button-row">
        {!isFirstParty && <DecideVersion title={title} version={version} />}
        {state === 'approved' && !isFirstParty && (
          <InstallPluginButton title={title} versions={[version]} isSmall />
        )}
        <VersionCode title={title} manifest={manifest} />
      </div>
    </li>
  )
}

const History = ({ version }: { version: PluginVersion }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { uploadedAt, uploadedBy, decidedAt, decidedBy, isFirstParty } = version
  const at = formatInstant(uploadedAt, language)
  const sent = uploadedBy
    ? t('plugins.uploaded', { name: uploadedBy.displayName, at })
    : t('plugins.uploadedUnknown', { at })
  const decided =
    decidedBy && decidedAt
      ? t('plugins.decided', { name: decidedBy.displayName, at: formatInstant(decidedAt, language) })
      : null
  return (
    <p className="soft small">
      {isFirstParty ? t('plugins.firstParty') : sent}
      {decided && ` · ${decided}`}
    </p>
  )
}
