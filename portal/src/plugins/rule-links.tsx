import type { RuleSummary } from '@lienthong/protocol'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../shell/preferences.tsx'

interface RulesOf {
  pluginId: string
  title: string
  rules: readonly RuleSummary[]
  /** Only a rule of a version in use has a page. */
  areInUse: boolean
}

/** The rules of a rule set, each with its severity. */
export const RuleLinks = ({ pluginId, title, rules, areInUse }: RulesOf) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <ul className="rules" aria-label={t('plugins.rulesOf', { plugin: title })}>
      {rules.map(rule => (
        <li key={rule.id}>
          {areInUse ? (
            <Link to="/plugins/$pluginId/rules/$ruleId" params={{ pluginId, ruleId: rule.id }}>
              {rule.title[language]}
            </Link>
          ) : (
            rule.title[language]
          )}{' '}
          <span className={`badge severity-${rule.defaultSeverity}`}>
            {t(`severity.${rule.defaultSeverity}`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
