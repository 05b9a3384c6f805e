import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { formatInstant } from '../language/format.ts'
import { Failure } from '../shell/failure.tsx'
import { Page } from '../shell/page.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { RoomList } from './room-list.tsx'
import { openRooms } from './room-queries.ts'

/** Who is editing what now. */
export const RoomsPage = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const rooms = useQuery(openRooms(useRest()))
  return (
    <Page title={t('page.rooms')} name={t('page.rooms')} lead={t('rooms.lead')}>
      {rooms.isPending && <Skeleton active />}
      {rooms.isError && <Failure error={rooms.error} onRetry={() => void rooms.refetch()} />}
      {rooms.data && (
        <div className="panel">
          <RoomList rooms={rooms.data} />
        </div>
      )}
      {rooms.dataUpdatedAt > 0 && (
        <p className="soft small">
          {t('product.updated', {
            time: formatInstant(new Date(rooms.dataUpdatedAt).toISOString(), language),
          })}
        </p>
      )}
    </Page>
  )
}
