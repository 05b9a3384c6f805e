import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay, useRest } from '../access/session-context.tsx'
import { formatInstant } from '../language/format.ts'
import { Failure } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { waitingVersions } from './plugin-queries.ts'

/** What authors have sent and nobody has decided on yet, for those who send or decide. */
export const WaitingVersions = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const mayPublish = useMay('plugin:publish')
  const list = useInfiniteQuery({ ...waitingVersions(useRest()), enabled: mayPublish })
  const waiting = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (waiting.length === 0) return null
  return (
    <Panel
      title={t('plugins.waiting')}
      hint={t('plugins.waitingLead')}
      extra={<span className="count-badge">{list.data?.pages[0]?.total}</span>}
    >
      <ul className="findings">
        {waiting.map(({ manifest: { id, version, title }, uploadedAt, uploadedBy }) => (
          <li key={`${id}@${version}`} className="finding">
            <Link to="/plugins/$pluginId" params={{ pluginId: id }}>
              {title[language]} {version}
            </Link>
            <p className="soft small">
              {t('plugins.uploaded', {
                name: uploadedBy?.displayName,
                at: formatInstant(uploadedAt, language),
              })}
            </p>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="more" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {t('list.more')}
        </Button>
      )}
    </Panel>
  )
}
