import type { InventoryList } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { Meter } from '../indicators/indicator-card.tsx'
import { inventoryLists } from '../inventory/inventory-queries.ts'
import { NameText } from '../records/name.tsx'
import { Unknown } from '../records/unknown.tsx'
import { Failure } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'

/** Each list of databases: how many its source states, how many names are known. */
export const KnownNames = () => {
  const { t } = useTranslation()
  const lists = useQuery(inventoryLists(useRest()))
  return (
    <Panel title={t('overview.lists')} hint={t('overview.listsHint')}>
      {lists.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {lists.isError && <Failure error={lists.error} onRetry={() => void lists.refetch()} />}
      {lists.data?.items.length === 0 && <Unknown>{t('known.nothing')}</Unknown>}
      <ul className="known-names">
        {byKnown(lists.data?.items ?? []).map(list => (
          <li key={list.id}>
            <KnownNamesOf list={list} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The lists with most names known first. */
const byKnown = (lists: readonly InventoryList[]): InventoryList[] =>
  [...lists].sort((a, b) => b.knownCount - a.knownCount || a.code.localeCompare(b.code))

const KnownNamesOf = ({ list }: { list: InventoryList }) => {
  const { t } = useTranslation()
  const { code, title, statedCount, knownCount, status } = list
  return (
    <>
      <Link to="/databases" search={{ list: code }}>
        <NameText name={title} />
      </Link>
      <div className="known-names-count">
        {statedCount === null
          ? t('known.ofUnstated', { known: knownCount })
          : t('known.ofNames', { known: knownCount, stated: statedCount })}
      </div>
      {statedCount !== null && statedCount > 0 && (
        <Meter value={(knownCount / statedCount) * 100} target={null} />
      )}
      {status && (
        <div className="soft small" lang="vi">
          {status}
        </div>
      )}
    </>
  )
}
