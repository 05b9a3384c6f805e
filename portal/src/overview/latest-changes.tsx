import { DocumentSummary, LedgerVerification, pageOf } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { formatInstant } from '../language/format.ts'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'

const shown = 5

/** The documents edited last; for those who may read it, whether the ledger of changes is intact. */
export const LatestChanges = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const rest = useRest()
  const mayReadLedger = useMay('ledger:read')
  const documents = useQuery({
    queryKey: ['latest-documents'],
    queryFn: () => rest.get('/documents?limit=200', pageOf(DocumentSummary)),
  })
  const latest = [...(documents.data?.items ?? [])]
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    .slice(0, shown)
  return (
    <Panel title={t('overview.changes')} hint={t('overview.changesHint')}>
      {documents.isPending && <Waiting />}
      {documents.isError && <Failure error={documents.error} onRetry={() => void documents.refetch()} />}
      {documents.data && latest.length === 0 && <p className="empty">{t('overview.noChanges')}</p>}
      <ul className="changes">
        {latest.map(({ id, databaseCode, path, title, updatedAt }) => (
          <li key={id}>
            <Link to="/databases/$code/documents/$path" params={{ code: databaseCode, path }}>
              <span lang="vi">{title}</span>
            </Link>
            <time className="soft small" dateTime={updatedAt}>
              {formatInstant(updatedAt, language)}
            </time>
          </li>
        ))}
      </ul>
      {mayReadLedger && <LedgerState />}
    </Panel>
  )
}

const LedgerState = () => {
  const { t } = useTranslation()
  const rest = useRest()
  const { data, error } = useQuery({
    queryKey: ['ledger-verification'],
    queryFn: () => rest.get('/ledger/verification', LedgerVerification),
    staleTime: 60_000,
  })
  if (error) return <Failure error={error} />
  if (!data) return null
  return (
    <p className="ledger-state">
      <strong>{t('overview.ledger')}:</strong>{' '}
      {data.isIntact
        ? t('overview.ledgerIntact', { entries: data.entries })
        : t('overview.ledgerBroken', { seq: data.brokenAt ?? 0 })}
    </p>
  )
}
