import type { PluginDeprecation } from '@lienthong/protocol'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../language/format.ts'
import { usePreferences } from '../shell/preferences.tsx'

/** What is said against a rule set or one of its versions. */
export const DeprecationNote = ({ deprecation }: { deprecation: PluginDeprecation | null }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  if (!deprecation) return null
  const { reason, successor, by, at } = deprecation
  return (
    <p>
      <span className="badge badge-busy">
        {successor === null ? t('plugins.deprecated') : t('plugins.deprecatedFor', { successor })}
      </span>{' '}
      <span className="small">
        {t('plugins.deprecatedBy', { reason, name: by.displayName, at: formatInstant(at, language) })}
      </span>
    </p>
  )
}
