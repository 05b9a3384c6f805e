import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { RoomList } from '../rooms/room-list.tsx'
import { openRooms } from '../rooms/room-queries.ts'
import { Failure, Waiting } from '../shell/failure.tsx'
import { Panel } from '../shell/page.tsx'

export const EditingNow = () => {
  const { t } = useTranslation()
  const rooms = useQuery(openRooms(useRest()))
  return (
    <Panel title={t('page.rooms')}>
      {rooms.isPending && <Waiting />}
      {rooms.isError && <Failure error={rooms.error} onRetry={() => void rooms.refetch()} />}
      {rooms.data && <RoomList rooms={rooms.data} />}
    </Panel>
  )
}
