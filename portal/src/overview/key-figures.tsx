import { Directive, DocumentSummary, pageOf } from '@lienthong/protocol'
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { databaseCount } from '../inventory/inventory-queries.ts'
import { formatNumber } from '../language/format.ts'
import { Unknown } from '../records/unknown.tsx'
import { openRooms } from '../rooms/room-queries.ts'
import { usePreferences } from '../shell/preferences.tsx'

export const KeyFigures = () => {
  const { t } = useTranslation()
  const rest = useRest()
  const databases = useQuery(databaseCount(rest, {}))
  const directives = useQuery({
    queryKey: ['directive-count'],
    queryFn: async () => (await rest.get('/directives?limit=1', pageOf(Directive))).total,
  })
  const documents = useQuery({
    queryKey: ['document-count'],
    queryFn: async () => (await rest.get('/documents?limit=1', pageOf(DocumentSummary))).total,
  })
  const rooms = useQuery(openRooms(rest))
  const people = rooms.data?.reduce((sum, room) => sum + room.people.length, 0)
  return (
    <ul className="figures">
      <KeyFigure
        to={{ to: '/databases' }}
        label={t('overview.databases')}
        query={databases}
        hint={<Levels />}
      />
      <KeyFigure
        to={{ to: '/directives' }}
        label={t('overview.directives')}
        query={directives}
        hint={t('overview.directivesHint')}
      />
      <KeyFigure
        to={{ to: '/documents' }}
        label={t('overview.documents')}
        query={documents}
        hint={t('overview.documentsHint')}
      />
      <KeyFigure
        to={{ to: '/rooms' }}
        label={t('overview.people')}
        query={{ ...rooms, data: people }}
        hint={t('overview.peopleHint', {
          rooms: rooms.data?.filter(room => room.people.length > 0).length ?? 0,
        })}
      />
    </ul>
  )
}

interface KeyFigureProps {
  to: LinkProps
  label: string
  query: Pick<UseQueryResult<unknown>, 'isPending'> & { data: number | undefined }
  hint: ReactNode
}

const KeyFigure = ({ to, label, query, hint }: KeyFigureProps) => {
  const { language } = usePreferences()
  const value = query.data === undefined ? <Unknown /> : formatNumber(query.data, language)
  return (
    <li className="key-figure">
      <Link {...to}>
        <span className="key-figure-label">{label}</span>
        <span className="figure">{query.isPending ? '…' : value}</span>
      </Link>
      <span className="soft small">{hint}</span>
    </li>
  )
}

const Levels = () => {
  const { t } = useTranslation()
  const rest = useRest()
  const national = useQuery(databaseCount(rest, { level: 'national' })).data
  const specialised = useQuery(databaseCount(rest, { level: 'specialised' })).data
  const local = useQuery(databaseCount(rest, { level: 'local' })).data
  const unknown = useQuery(databaseCount(rest, { level: 'unknown' })).data
  if (national === undefined || specialised === undefined || local === undefined || unknown === undefined)
    return null
  return <>{t('overview.byLevel', { national, specialised, local, unknown })}</>
}
