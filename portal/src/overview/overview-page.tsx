import { useTranslation } from 'react-i18next'
import { formatDay } from '../language/format.ts'
import { Page } from '../shell/page.tsx'
import { EditingNow } from './editing-now.tsx'
import { FourGroups } from './four-groups.tsx'
import { KeyFigures } from './key-figures.tsx'
import { KnownNames } from './known-names.tsx'
import { LatestChanges } from './latest-changes.tsx'
import { LeadingIndicators } from './leading-indicators.tsx'
import { seedEventDay } from './seed-event.ts'
import { StatusBars } from './status-bars.tsx'

/** What is known, at a glance; each number leads to what it counts. */
export const OverviewPage = () => {
  const { t } = useTranslation()
  return (
    <Page
      title={t('page.overview')}
      name={t('page.overview')}
      lead={t('overview.lead')}
      actions={<span className="stamp">{t('overview.asOf', { date: formatDay(seedEventDay) })}</span>}
    >
      <KeyFigures />
      <div className="board">
        <KnownNames />
        <div className="stack">
          <StatusBars />
          <FourGroups />
        </div>
        <div className="stack">
          <EditingNow />
          <LeadingIndicators />
          <LatestChanges />
        </div>
      </div>
    </Page>
  )
}
