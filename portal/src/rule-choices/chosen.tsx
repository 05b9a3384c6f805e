import { type RuleChoicesRecord, type RuleLayer, settingOf } from '@lienthong/protocol'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../language/format.ts'
import { usePreferences } from '../shell/preferences.tsx'

/** What was chosen in a place, everywhere there and by path, and by whom. */
export const Chosen = ({ record: { choices, changedAt, changedBy } }: { record: RuleChoicesRecord }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { overrides = [], ...layer } = choices
  return (
    <>
      <Layer layer={layer} label={t('ruleChoices.title')} />
      {overrides.map(({ files, ...own }) => (
        <section key={JSON.stringify([files, own])} className="chosen-override">
          <p className="soft small">
            {t('ruleChoices.override')}: <code>{files.join(', ')}</code>
          </p>
          <Layer layer={own} label={files.join(', ')} />
        </section>
      ))}
      {changedAt && (
        <p className="soft small">
          {t('ruleChoices.changed', { name: changedBy, at: formatInstant(changedAt, language) })}
        </p>
      )}
    </>
  )
}

const Layer = ({ layer: { set, rules = {} }, label }: { layer: RuleLayer; label: string }) => {
  const { t } = useTranslation()
  return (
    <>
      {set && (
        <p>
          {t('ruleChoices.set')}: {t(`ruleChoices.sets.${set}`)}
        </p>
      )}
      <ul className="rules" aria-label={label}>
        {Object.entries(rules).map(([id, choice]) => {
          const { severity, options = {} } = settingOf(choice)
          return (
            <li key={id}>
              <code className="small">{id}</code> <Level level={severity} />
              {Object.entries(options).map(([name, value]) => (
                <div key={name} className="soft small">
                  <code>{name}</code>: {wordsOf(value)}
                </div>
              ))}
            </li>
          )
        })}
      </ul>
    </>
  )
}

const Level = ({ level }: { level: ReturnType<typeof settingOf>['severity'] }) => {
  const { t } = useTranslation()
  if (level === undefined) return <span className="badge badge-none">{t('ruleChoices.declared')}</span>
  if (level === 'off') return <span className="badge badge-none">{t('ruleChoices.off')}</span>
  return <span className={`badge severity-${level}`}>{t(`severity.${level}`)}</span>
}

/** What was chosen for an option: words as they are, anything else as JSON. */
const wordsOf = (value: unknown): string => {
  const words: unknown[] = Array.isArray(value) ? value : [value]
  return words.every(word => typeof word === 'string') ? words.join(', ') : JSON.stringify(value)
}
