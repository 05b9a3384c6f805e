import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Texts, vi } from './vi.ts'

export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** Vietnamese loads with the page; English when somebody asks for it. */
const load: Record<Language, () => Promise<Texts>> = {
  vi: async () => vi,
  en: async () => (await import('./en.ts')).en,
}

export const startLanguage = async (language: Language): Promise<void> => {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    resources: { [language]: { translation: await load[language]() } },
  })
}

export const changeLanguage = async (language: Language): Promise<void> => {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', await load[language]())
  }
  await i18next.changeLanguage(language)
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: Texts }
  }
}
