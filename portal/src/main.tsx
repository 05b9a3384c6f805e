import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserSession } from './access/browser-session.ts'
import { startLanguage } from './language/language.ts'
import { App } from './shell/app.tsx'
import { loadLocale, PreferencesProvider, storedLanguage } from './shell/preferences.tsx'
import './shell/portal.css'
import './shell/frame.css'
import './access/entrance.css'
import './records/records.css'
import './indicators/indicators.css'
import './rooms/rooms.css'
import './documents/documents.css'
import './plugins/plugins.css'
import './rule-choices/rule-choices.css'
import './overview/overview.css'

const language = storedLanguage()
const [locale] = await Promise.all([loadLocale(language), startLanguage(language)])
const place = document.getElementById('portal')
if (!place) throw new Error('index.html has no #portal')

createRoot(place).render(
  <StrictMode>
    <PreferencesProvider language={language} locale={locale}>
      <App session={browserSession()} />
    </PreferencesProvider>
  </StrictMode>,
)
