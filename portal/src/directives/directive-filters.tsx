import { Directive, DirectiveStatus, pageOf } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { ChoiceFilter, DayFilter, Filters, SearchFilter } from '../records/filters.tsx'
import type { DirectiveSearch } from './directive-search.ts'

const route = getRouteApi('/frame/directives')

export const DirectiveFilters = () => {
  const { t } = useTranslation()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { types, years } = useChoices()
  const set = useCallback(
    (change: DirectiveSearch) =>
      void navigate({ search: before => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const setQ = useCallback((q: string | undefined) => set({ q }), [set])
  return (
    <Filters isSet={Object.values(search).some(Boolean)} onClear={() => void navigate({ search: {} })}>
      <SearchFilter value={search.q} onChange={setQ} />
      <ChoiceFilter
        label={t('directives.type')}
        value={search.type}
        options={types.map(value => ({ value, label: value }))}
        onChange={type => set({ type })}
      />
      <ChoiceFilter
        label={t('directives.year')}
        value={search.year?.toString()}
        options={years.map(value => ({ value, label: value }))}
        onChange={year => set({ year: year === undefined ? undefined : Number(year) })}
      />
      <ChoiceFilter
        label={t('directives.status')}
        value={search.status}
        options={DirectiveStatus.options.map(value => ({ value, label: t(`directiveStatus.${value}`) }))}
        onChange={status => set({ status })}
      />
      <DayFilter value={search.asOf} onChange={asOf => set({ asOf })} />
    </Filters>
  )
}

/** The types and years that occur. */
const useChoices = (): { types: string[]; years: string[] } => {
  const rest = useRest()
  const { data } = useQuery({
    queryKey: ['directive-choices'],
    queryFn: () => rest.get('/directives?limit=200', pageOf(Directive)),
    staleTime: 60_000,
  })
  const all = data?.items ?? []
  return {
    types: [...new Set(all.map(({ type }) => type))].sort((a, b) => a.localeCompare(b, 'vi')),
    years: [...new Set(all.flatMap(({ issuedOn }) => issuedOn?.slice(0, 4) ?? []))].sort().reverse(),
  }
}
