import { Organisation } from '@lienthong/protocol'
import { getRouteApi } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { AsOfNote, ChoiceFilter, DayFilter, Filters, SearchFilter } from '../records/filters.tsx'
import { NameText } from '../records/name.tsx'
import { type Column, RecordList } from '../records/record-list.tsx'
import { Known } from '../records/unknown.tsx'
import { Validity } from '../records/validity.tsx'
import { Page } from '../shell/page.tsx'
import { type OrganisationSearch, organisationKinds } from './organisation-search.ts'

const route = getRouteApi('/frame/organisations')

export const OrganisationsPage = () => {
  const { t } = useTranslation()
  const { tab, kind, q, asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const set = useCallback(
    (change: OrganisationSearch) =>
      void navigate({ search: before => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  return (
    <Page title={t('page.organisations')} name={t('page.organisations')} lead={t('organisations.lead')}>
      <OrganisationFilters />
      <AsOfNote day={asOf} />
      <Tabs
        activeKey={tab ?? 'all'}
        onChange={key => set({ tab: key === 'provinces' ? key : undefined })}
        items={[
          {
            key: 'all',
            label: t('organisations.agencies'),
            children: <OrganisationList path="/organisations" query={{ q, kind, asOf }} />,
          },
          {
            key: 'provinces',
            label: t('organisations.provinces'),
            children: <OrganisationList path="/provinces" query={{ q, asOf }} />,
          },
        ]}
      />
    </Page>
  )
}

const OrganisationFilters = () => {
  const { t } = useTranslation()
  const { tab, kind, q, asOf } = route.useSearch()
  const navigate = route.useNavigate()
  const set = useCallback(
    (change: OrganisationSearch) =>
      void navigate({ search: before => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const setQ = useCallback((next: string | undefined) => set({ q: next }), [set])
  return (
    <Filters isSet={Boolean(q ?? kind ?? asOf)} onClear={() => void navigate({ search: { tab } })}>
      <SearchFilter value={q} onChange={setQ} />
      {tab === undefined && (
        <ChoiceFilter
          label={t('organisations.kind')}
          value={kind}
          options={organisationKinds.map(value => ({ value, label: t(`organisationKind.${value}`) }))}
          onChange={next => set({ kind: next })}
        />
      )}
      <DayFilter value={asOf} onChange={next => set({ asOf: next })} />
    </Filters>
  )
}

interface OrganisationListProps {
  path: '/organisations' | '/provinces'
  query: Readonly<Record<string, string | undefined>>
}

const OrganisationList = ({ path, query }: OrganisationListProps) => {
  const { t } = useTranslation()
  const columns = useOrganisationColumns()
  const caption = t(path === '/provinces' ? 'organisations.provincesCaption' : 'organisations.caption')
  return (
    <RecordList
      path={path}
      query={query}
      schema={Organisation}
      caption={caption}
      columns={columns}
      keyOf={organisation => organisation.id}
    />
  )
}

const useOrganisationColumns = (): Column<Organisation>[] => {
  const { t } = useTranslation()
  const kindOf = (kind: string): string => {
    const known = organisationKinds.find(k => k === kind)
    return known ? t(`organisationKind.${known}`) : kind
  }
  return [
    {
      key: 'name',
      title: t('inventory.name'),
      isHeading: true,
      cell: ({ name, note }) => (
        <>
          <NameText name={name} />
          {note && (
            <span className="soft small" lang="vi">
              {note}
            </span>
          )}
        </>
      ),
    },
    { key: 'kind', title: t('organisations.kind'), cell: ({ kind }) => kindOf(kind) },
    {
      key: 'officialCode',
      title: t('organisations.officialCode'),
      cell: ({ officialCode }) => <Known value={officialCode} />,
    },
    {
      key: 'validity',
      title: t('known.validity'),
      cell: ({ validFrom, validTo }) => <Validity from={validFrom} to={validTo} />,
    },
  ]
}
