import { DocumentSummary } from '@lienthong/protocol'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../language/format.ts'
import { Filters, SearchFilter } from '../records/filters.tsx'
import { type Column, RecordList } from '../records/record-list.tsx'
import { Page } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { Illustrative } from './document-list.tsx'

const route = getRouteApi('/frame/documents')

/** Every document that the reader may see, whatever database it belongs to. */
export const DocumentsPage = () => {
  const { t } = useTranslation()
  const { q } = route.useSearch()
  const navigate = route.useNavigate()
  const setQ = useCallback(
    (next: string | undefined) => void navigate({ search: { q: next }, replace: true }),
    [navigate],
  )
  const columns = useDocumentColumns()
  return (
    <Page title={t('inventory.documents')} name={t('inventory.documents')} lead={t('documents.lead')}>
      <Filters isSet={q !== undefined} onClear={() => setQ(undefined)}>
        <SearchFilter value={q} onChange={setQ} />
      </Filters>
      <RecordList
        path="/documents"
        query={{ q }}
        schema={DocumentSummary}
        caption={t('documents.caption')}
        columns={columns}
        keyOf={document => document.id}
      />
    </Page>
  )
}

const useDocumentColumns = (): Column<DocumentSummary>[] => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return [
    {
      key: 'title',
      title: t('documents.title'),
      isHeading: true,
      cell: ({ databaseCode, path, title, isIllustrative }) => (
        <>
          <Link to="/databases/$code/documents/$path" params={{ code: databaseCode, path }}>
            <span lang="vi">{title}</span>
          </Link>
          <code className="code">{path}</code>
          {isIllustrative && <Illustrative />}
        </>
      ),
    },
    { key: 'format', title: t('documents.format'), cell: ({ format }) => t(`format.${format}`) },
    {
      key: 'database',
      title: t('inventory.database'),
      cell: ({ databaseCode }) => (
        <Link to="/databases/$code" params={{ code: databaseCode }}>
          <code>{databaseCode}</code>
        </Link>
      ),
    },
    {
      key: 'updated',
      title: t('documents.updated'),
      cell: ({ updatedAt }) => <time dateTime={updatedAt}>{formatInstant(updatedAt, language)}</time>,
    },
  ]
}
