import { type DocumentSummary, ProtocolError } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { database, documentsOf } from '../inventory/inventory-queries.ts'
import { useNameIn } from '../records/name.tsx'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Page, Panel } from '../shell/page.tsx'
import { DocumentVersions } from '../versions/document-versions.tsx'
import { DocumentWaivers } from '../waivers/document-waivers.tsx'
import { DocumentFindings } from './document-findings.tsx'
import { Illustrative, OpenInEditor } from './document-list.tsx'
import { DocumentText } from './document-text.tsx'
import { DocumentThreads } from './document-threads.tsx'
import { useLiveDocument } from './live-document.ts'
import { PeopleHere } from './people-here.tsx'

const route = getRouteApi('/frame/databases/$code/documents/$path')

export const DocumentPage = () => {
  const { t } = useTranslation()
  const { code, path } = route.useParams()
  const rest = useRest()
  const nameIn = useNameIn()
  const owner = useQuery(database(rest, code))
  const documents = useQuery(documentsOf(rest, code))
  const document = documents.data?.items.find(item => item.path === path)
  const trail = [
    { label: t('page.inventory'), to: { to: '/databases' } as const },
    {
      label: owner.data ? nameIn(owner.data.name) : code,
      to: { to: '/databases/$code', params: { code } } as const,
    },
  ]
  if (document)
    return (
      <Page
        title={<span lang="vi">{document.title}</span>}
        name={document.title}
        trail={trail}
        lead={
          <>
            <code>{path}</code> · {t(`format.${document.format}`)}{' '}
            {document.isIllustrative && <Illustrative />}
          </>
        }
        actions={<OpenInEditor databaseCode={code} path={path} title={document.title} />}
      >
        <LiveView key={document.id} document={document} />
      </Page>
    )
  const error = documents.error ?? (documents.data ? new ProtocolError('DOCUMENT_NOT_FOUND') : null)
  return (
    <Page title={path} name={path} trail={trail}>
      {error ? <Failure error={error} onRetry={() => void documents.refetch()} /> : <Waiting />}
    </Page>
  )
}

const LiveView = ({ document }: { document: DocumentSummary }) => {
  const { t } = useTranslation()
  const live = useLiveDocument(document.id)
  const state = live.state === 'live' ? <span className="badge badge-good">{t('documents.live')}</span> : null
  if (live.error && live.lines.length === 0) return <Failure error={live.error} />
  return (
    <>
      {live.error && <Failure error={live.error} />}
      {live.state === 'offline' && (
        <Alert className="spaced" type="warning" showIcon title={t('documents.offline')} />
      )}
      <div className="columns columns-wide">
        <Panel title={t('documents.text')} extra={state} className="panel-text">
          {live.state === 'joining' ? (
            <Waiting label={t('documents.joining')} />
          ) : (
            <DocumentText
              label={document.path}
              lines={live.lines}
              findings={live.findings}
              format={document.format}
            />
          )}
        </Panel>
        <div className="stack">
          <PeopleHere people={live.people} />
          <DocumentFindings documentId={document.id} findings={live.findings} isChecked={live.isChecked} />
          <DocumentVersions documentId={document.id} />
          <DocumentWaivers documentId={document.id} />
          <DocumentThreads threads={live.threads} />
        </div>
      </div>
    </>
  )
}
