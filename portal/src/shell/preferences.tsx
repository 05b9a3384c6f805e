import type { Locale } from 'antd/es/locale'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { changeLanguage, type Language, languages } from '../language/language.ts'

export const appearances = ['system', 'light', 'dark'] as const
export type Appearance = (typeof appearances)[number]

interface Preferences {
  language: Language
  setLanguage: (language: Language) => Promise<void>
  appearance: Appearance
  setAppearance: (appearance: Appearance) => void
  isDark: boolean
  /** Ant Design's own texts. */
  locale: Locale
}

const PreferencesContext = createContext<Preferences | null>(null)
const languageKey = 'lienthong.language'
const appearanceKey = 'lienthong.appearance'

/** Vietnamese unless somebody chose otherwise here. */
export const storedLanguage = (): Language =>
  languages.find(l => l === localStorage.getItem(languageKey)) ?? 'vi'

const storedAppearance = (): Appearance =>
  appearances.find(a => a === localStorage.getItem(appearanceKey)) ?? 'system'

export const loadLocale = async (language: Language): Promise<Locale> =>
  language === 'vi'
    ? (await import('antd/es/locale/vi_VN')).default
    : (await import('antd/es/locale/en_US')).default

const darkDevice = matchMedia('(prefers-color-scheme: dark)')

export const PreferencesProvider = (props: { language: Language; locale: Locale; children: ReactNode }) => {
  const [language, setLanguage] = useState(props.language)
  const [locale, setLocale] = useState(props.locale)
  const [appearance, setAppearance] = useState(storedAppearance)
  const [isDeviceDark, setDeviceDark] = useState(darkDevice.matches)
  const isDark = appearance === 'system' ? isDeviceDark : appearance === 'dark'

  useEffect(() => {
    const listener = () => setDeviceDark(darkDevice.matches)
    darkDevice.addEventListener('change', listener)
    return () => darkDevice.removeEventListener('change', listener)
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const value = useMemo<Preferences>(
    () => ({
      language,
      locale,
      appearance,
      isDark,
      setLanguage: async next => {
        const [nextLocale] = await Promise.all([loadLocale(next), changeLanguage(next)])
        localStorage.setItem(languageKey, next)
        setLocale(nextLocale)
        setLanguage(next)
      },
      setAppearance: next => {
        localStorage.setItem(appearanceKey, next)
        setAppearance(next)
      },
    }),
    [language, locale, appearance, isDark],
  )
  return <PreferencesContext.Provider value={value}>{props.children}</PreferencesContext.Provider>
}

export const usePreferences = (): Preferences => {
  const preferences = useContext(PreferencesContext)
  if (!preferences) throw new Error('no PreferencesProvider above')
  return preferences
}
