import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What is not known is said, never left blank (rule P3). */
export const Unknown = ({ children }: { children?: ReactNode }) => {
  const { t } = useTranslation()
  return <span className="unknown">{children ?? t('known.unknown')}</span>
}

/** The value, or that it is not known. `lang` is the value's, where it may differ from the page's. */
export const Known = ({ value, lang }: { value: string | null | undefined; lang?: 'vi' }) => {
  if (value === null || value === undefined || value.trim() === '') return <Unknown />
  return lang ? <span lang={lang}>{value}</span> : value
}
