import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { AppearanceSwitch, LanguageSwitch } from '../shell/preference-switches.tsx'
import { Mark, Wordmark } from '../shell/wordmark.tsx'

/** The page of somebody who is not signed in yet, or who is asked for consent. */
export const Entrance = (props: { title: string; lead?: ReactNode; children: ReactNode }) => {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${props.title} · ${t('product.name')}`
  }, [props.title, t])
  return (
    <div className="entrance">
      <header className="entrance-side">
        <Wordmark />
        <p className="entrance-tagline">{t('product.tagline')}</p>
        <span className="entrance-rings" aria-hidden>
          <Mark size={720} />
        </span>
      </header>
      <main className="entrance-main">
        <div className="entrance-form">
          <h1>{props.title}</h1>
          {props.lead && <p className="lead">{props.lead}</p>}
          {props.children}
        </div>
        <footer className="entrance-foot">
          <LanguageSwitch />
          <AppearanceSwitch />
        </footer>
      </main>
    </div>
  )
}
