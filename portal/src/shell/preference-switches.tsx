import { DesktopOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Language } from '../language/language.ts'
import { type Appearance, usePreferences } from './preferences.tsx'

export const LanguageSwitch = () => {
  const { t } = useTranslation()
  const { language, setLanguage } = usePreferences()
  return (
    <Segmented<Language>
      aria-label={t('settings.language')}
      value={language}
      onChange={next => void setLanguage(next)}
      options={[
        { value: 'vi', label: <span lang="vi">Tiếng Việt</span> },
        { value: 'en', label: <span lang="en">English</span> },
      ]}
    />
  )
}

const icons = { system: <DesktopOutlined />, light: <SunOutlined />, dark: <MoonOutlined /> }

export const AppearanceSwitch = () => {
  const { t } = useTranslation()
  const { appearance, setAppearance } = usePreferences()
  return (
    <Segmented<Appearance>
      aria-label={t('settings.theme')}
      value={appearance}
      onChange={setAppearance}
      options={(['light', 'dark', 'system'] as const).map(value => ({
        value,
        label: (
          <span>
            {icons[value]} {t(`settings.${value}`)}
          </span>
        ),
      }))}
    />
  )
}
