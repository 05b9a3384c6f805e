import { DatabaseStatus } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { databaseCount } from '../inventory/inventory-queries.ts'
import { Unknown } from '../records/unknown.tsx'
import { Panel } from '../shell/page.tsx'

/** How many databases have which status, in the words of the editors and said to be theirs. */
export const StatusBars = () => {
  const { t } = useTranslation()
  const all = useQuery(databaseCount(useRest(), {})).data
  return (
    <Panel
      title={t('overview.statuses')}
      hint={t('known.editorialNote')}
      extra={<span className="chip">{t('known.editorial')}</span>}
    >
      <ul className="bars">
        {DatabaseStatus.options.map(status => (
          <li key={status}>
            <StatusBar status={status} all={all} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const StatusBar = ({ status, all }: { status: DatabaseStatus; all: number | undefined }) => {
  const { t } = useTranslation()
  const count = useQuery(databaseCount(useRest(), { status }))
  return (
    <>
      <Link to="/databases" search={{ status }}>
        {t(`databaseStatus.${status}`)}
      </Link>
      <span className="bar-count">{count.isPending ? '…' : (count.data ?? <Unknown />)}</span>
      <span className="bar" aria-hidden>
        <span
          className={`bar-value bar-${status}`}
          style={{ inlineSize: `${((count.data ?? 0) / Math.max(all ?? 1, 1)) * 100}%` }}
        />
      </span>
    </>
  )
}
