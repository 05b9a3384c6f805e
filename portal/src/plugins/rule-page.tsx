import { ProtocolError } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import Markdown from 'react-markdown'
import { useRest } from '../access/session-context.tsx'
import { Fact, Facts } from '../records/fact.tsx'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Page, Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { installedPlugins } from './plugin-queries.ts'

const route = getRouteApi('/frame/plugins/$pluginId/rules/$ruleId')

/** A rule's explanation, where each of its findings leads. */
export const RulePage = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { pluginId, ruleId } = route.useParams()
  const plugins = useQuery(installedPlugins(useRest()))
  const versions = plugins.data?.filter(({ manifest }) => manifest.id === pluginId) ?? []
  const plugin = versions.find(({ rules }) => rules.some(({ id }) => id === ruleId))
  const rule = plugin?.rules.find(({ id }) => id === ruleId)
  const trail = [{ label: t('page.plugins'), to: { to: '/plugins' } as const }]
  if (!rule) {
    const missing = plugins.data ? new ProtocolError('RECORD_NOT_FOUND', { kind: 'rule', id: ruleId }) : null
    const error = plugins.error ?? missing
    return (
      <Page title={ruleId} name={ruleId} trail={trail}>
        {error ? <Failure error={error} onRetry={() => void plugins.refetch()} /> : <Waiting />}
      </Page>
    )
  }
  return (
    <Page
      title={rule.title[language]}
      name={rule.title[language]}
      trail={trail}
      lead={<code>{rule.id}</code>}
    >
      <Panel title={t('inventory.facts')} className="panel-reading">
        <Facts>
          <Fact label={t('plugins.plugin')}>{plugin?.manifest.title[language]}</Fact>
          <Fact label={t('plugins.severity')}>
            <span className={`badge severity-${rule.defaultSeverity}`}>
              {t(`severity.${rule.defaultSeverity}`)}
            </span>{' '}
            {rule.isFixable && <span className="chip">{t('plugins.fixable')}</span>}
          </Fact>
          <Fact label={t('plugins.languages')}>{rule.languages.join(', ')}</Fact>
        </Facts>
        <div className="docs">
          <Markdown>{rule.docs[language] || t('plugins.noDocs')}</Markdown>
        </div>
      </Panel>
    </Page>
  )
}
