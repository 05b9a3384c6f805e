import type { OrganisationId } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { useRest } from '../access/session-context.tsx'
import { NameText } from '../records/name.tsx'
import { Known } from '../records/unknown.tsx'
import { organisations } from './organisation-queries.ts'

/** An organisation's name in the reader's language; until the organisations are here, the Vietnamese one that the record carries. */
export const OrganisationName = ({ id, name }: { id: OrganisationId | null; name: string | null }) => {
  const all = useQuery(organisations(useRest()))
  const found = id === null ? undefined : all.data?.items.find(organisation => organisation.id === id)
  return found ? <NameText name={found.name} /> : <Known value={name} lang="vi" />
}
