import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { Failure } from '../shell/failure.tsx'
import { Page } from '../shell/page.tsx'
import { IndicatorCard } from './indicator-card.tsx'
import { indicators, knownFirst } from './indicator-queries.ts'

export const IndicatorsPage = () => {
  const { t } = useTranslation()
  const all = useQuery(indicators(useRest()))
  return (
    <Page title={t('page.indicators')} name={t('page.indicators')} lead={t('indicators.lead')}>
      {all.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {all.isError && <Failure error={all.error} onRetry={() => void all.refetch()} />}
      {all.data?.items.length === 0 && <p className="empty">{t('known.nothing')}</p>}
      <ul className="cards">
        {knownFirst(all.data?.items ?? []).map(indicator => (
          <li key={indicator.id}>
            <IndicatorCard indicator={indicator} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
