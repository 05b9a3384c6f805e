import type { DocumentId, PublishedVersion } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { formatInstant } from '../language/format.ts'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { PublishVersionButton } from './publish-version.tsx'
import { versionsOf } from './version-queries.ts'

/** What of a document was published, newest first, and how to publish more for whoever may. */
export const DocumentVersions = ({ documentId }: { documentId: DocumentId }) => {
  const { t } = useTranslation()
  const rest = useRest()
  const mayPublish = useMay('document:publish')
  const { data, error, refetch } = useQuery(versionsOf(rest, documentId))
  return (
    <Panel title={t('versions.title')} extra={data && <span className="count-badge">{data.length}</span>}>
      <p className="soft small spaced">{t('versions.lead')}</p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data?.length === 0 && <p className="empty">{t('versions.none')}</p>}
      <ul className="findings">
        {data?.map(version => (
          <OneVersion key={version.number} {...version} />
        ))}
      </ul>
      {data && mayPublish && (
        <div className="button-row">
          <PublishVersionButton documentId={documentId} last={data[0]?.number} />
        </div>
      )}
    </Panel>
  )
}

const OneVersion = ({ number, seq, sha256, note, publishedBy, publishedAt }: PublishedVersion) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <li className="finding">
      <div className="finding-head">
        <strong>{number}</strong>
        <code className="small" title={sha256}>
          sha256:{sha256.slice(0, 12)}…
        </code>
      </div>
      {note && <p>{note}</p>}
      <p className="soft small">
        {t('versions.by', {
          name: publishedBy.displayName,
          at: formatInstant(publishedAt, language),
          seq,
        })}
      </p>
    </li>
  )
}
