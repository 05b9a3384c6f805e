import type { OpenRoom } from '@lienthong/protocol'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OpenInEditor } from '../documents/document-list.tsx'
import { PersonBadge } from './person-badge.tsx'

export const RoomList = ({ rooms }: { rooms: readonly OpenRoom[] }) => {
  const { t } = useTranslation()
  const occupied = rooms.filter(room => room.people.length > 0)
  if (occupied.length === 0)
    return (
      <div className="empty">
        <strong>{t('rooms.nobody')}</strong>
        <p>{t('rooms.nobodyHint')}</p>
      </div>
    )
  return (
    <ul className="items">
      {occupied.map(room => (
        <li key={room.documentId}>
          <Room room={room} />
        </li>
      ))}
    </ul>
  )
}

const Room = ({ room }: { room: OpenRoom }) => {
  const { t } = useTranslation()
  const { databaseCode, path, title, people } = room
  return (
    <article className="item" aria-label={title}>
      <div className="item-main">
        <Link
          to="/databases/$code/documents/$path"
          params={{ code: databaseCode, path }}
          className="item-title"
        >
          <span lang="vi">{title}</span>
        </Link>
        <div className="soft small">
          <code>
            {databaseCode}/{path}
          </code>{' '}
          · {t('rooms.people', { people: people.length })}
        </div>
        <ul className="people people-row">
          {people.map((person, index) => (
            <li key={`${person.displayName} ${index}`}>
              <PersonBadge {...person} />
            </li>
          ))}
        </ul>
      </div>
      <OpenInEditor databaseCode={databaseCode} path={path} title={title} />
    </article>
  )
}
