import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { Figure } from '../indicators/indicator-card.tsx'
import { indicators, knownFirst } from '../indicators/indicator-queries.ts'
import { formatDay } from '../language/format.ts'
import { NameText } from '../records/name.tsx'
import { Unknown } from '../records/unknown.tsx'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'

/** More than these would hide the others of the page; all of them are a click away. */
const shown = 4

export const LeadingIndicators = () => {
  const { t } = useTranslation()
  const all = useQuery(indicators(useRest()))
  const known = knownFirst(all.data?.items ?? [])
    .filter(({ value }) => value !== null)
    .slice(0, shown)
  return (
    <Panel title={t('overview.indicators')} extra={<Link to="/indicators">{t('list.all')}</Link>}>
      {all.isPending && <Waiting />}
      {all.isError && <Failure error={all.error} onRetry={() => void all.refetch()} />}
      {all.data && known.length === 0 && <Unknown>{t('known.nothing')}</Unknown>}
      <ul className="short-figures">
        {known.map(({ id, name, value, unit, provenance }) => (
          <li key={id}>
            <span className="short-figure">{value !== null && <Figure value={value} unit={unit} />}</span>
            <span>
              <NameText name={name} />
              <span className="soft small">
                {t('known.asOf')}: {provenance.asOf ? formatDay(provenance.asOf) : <Unknown />}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
