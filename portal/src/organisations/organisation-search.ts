import { dayOf, oneOf, textOf } from '../records/list-address.ts'

export const organisationKinds = [
  'root',
  'party',
  'legislature',
  'government',
  'ministry',
  'unit',
  'enterprise',
  'front',
  'province',
  'commune',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

/** The filters of the organisations, kept in the page's address. */
export interface OrganisationSearch {
  q?: string
  tab?: 'provinces'
  kind?: OrganisationKind
  asOf?: string
}

export const readOrganisationSearch = (search: Record<string, unknown>): OrganisationSearch => ({
  q: textOf(search.q),
  tab: oneOf(['provinces'] as const, search.tab),
  kind: oneOf(organisationKinds, search.kind),
  asOf: dayOf(search.asOf),
})
