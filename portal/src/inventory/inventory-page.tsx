import { Database, DatabaseLevel, DatabaseStatus } from '@lienthong/protocol'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useRest } from '../access/session-context.tsx'
import { OrganisationName } from '../organisations/organisation-name.tsx'
import { organisations } from '../organisations/organisation-queries.ts'
import { AsOfNote, ChoiceFilter, DayFilter, Filters, SearchFilter } from '../records/filters.tsx'
import { NameText, useNameIn } from '../records/name.tsx'
import { type Column, RecordList } from '../records/record-list.tsx'
import { DatabaseStatusBadge } from '../records/status-badge.tsx'
import { Unknown } from '../records/unknown.tsx'
import { Page } from '../shell/page.tsx'
import type { DatabaseSearch } from './database-search.ts'
import { inventoryLists } from './inventory-queries.ts'

const route = getRouteApi('/frame/databases')

export const InventoryPage = () => {
  const { t } = useTranslation()
  const { list: listCode, owner: ownerCode, ...search } = route.useSearch()
  const columns = useDatabaseColumns()
  return (
    <Page title={t('page.inventory')} name={t('page.inventory')} lead={t('inventory.lead')}>
      <InventoryFilters />
      <p className="note">{t('known.editorialNote')}</p>
      <AsOfNote day={search.asOf} />
      <RecordList
        path="/databases"
        query={{ ...search, listCode, ownerCode }}
        schema={Database}
        caption={t('inventory.caption')}
        columns={columns}
        keyOf={database => database.id}
      />
    </Page>
  )
}

const InventoryFilters = () => {
  const { t } = useTranslation()
  const rest = useRest()
  const nameIn = useNameIn()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const lists = useQuery(inventoryLists(rest))
  const owners = useQuery(organisations(rest))
  const set = useCallback(
    (change: DatabaseSearch) =>
      void navigate({ search: before => ({ ...before, ...change }), replace: true }),
    [navigate],
  )
  const setQ = useCallback((q: string | undefined) => set({ q }), [set])
  return (
    <Filters isSet={Object.values(search).some(Boolean)} onClear={() => void navigate({ search: {} })}>
      <SearchFilter value={search.q} onChange={setQ} />
      <ChoiceFilter
        label={t('inventory.level')}
        value={search.level}
        options={DatabaseLevel.options.map(value => ({ value, label: t(`level.${value}`) }))}
        onChange={level => set({ level })}
      />
      <ChoiceFilter
        label={`${t('inventory.status')} (${t('known.editorial')})`}
        value={search.status}
        options={DatabaseStatus.options.map(value => ({ value, label: t(`databaseStatus.${value}`) }))}
        onChange={status => set({ status })}
      />
      <ChoiceFilter
        label={t('inventory.list')}
        value={search.list}
        options={(lists.data?.items ?? []).map(({ code, title }) => ({ value: code, label: nameIn(title) }))}
        onChange={list => set({ list })}
      />
      <ChoiceFilter
        label={t('inventory.owner')}
        value={search.owner}
        options={(owners.data?.items ?? []).map(({ code, name }) => ({ value: code, label: nameIn(name) }))}
        onChange={owner => set({ owner })}
      />
      <DayFilter value={search.asOf} onChange={asOf => set({ asOf })} />
    </Filters>
  )
}

const useDatabaseColumns = (): Column<Database>[] => {
  const { t } = useTranslation()
  return [
    {
      key: 'name',
      title: t('inventory.database'),
      isHeading: true,
      cell: ({ code, name }) => (
        <>
          <Link to="/databases/$code" params={{ code }}>
            <NameText name={name} />
          </Link>
          <code className="code">{code}</code>
        </>
      ),
    },
    {
      key: 'level',
      title: t('inventory.level'),
      cell: ({ level }) => (level === 'unknown' ? <Unknown /> : t(`level.${level}`)),
    },
    {
      key: 'status',
      title: `${t('inventory.status')} (${t('known.editorial')})`,
      cell: ({ status }) => <DatabaseStatusBadge status={status} />,
    },
    {
      key: 'owner',
      title: t('inventory.owner'),
      cell: ({ ownerId, ownerName }) => <OrganisationName id={ownerId} name={ownerName} />,
    },
    {
      key: 'lists',
      title: t('inventory.lists'),
      className: 'narrow',
      cell: ({ listCodes }) =>
        listCodes.length === 0 ? (
          <Unknown>{t('inventory.inNoList')}</Unknown>
        ) : (
          <ListCodes codes={listCodes} />
        ),
    },
    {
      key: 'documents',
      title: t('inventory.documents'),
      className: 'number',
      cell: ({ documentCount }) => documentCount,
    },
  ]
}

const ListCodes = ({ codes }: { codes: readonly string[] }) => (
  <>
    {codes.map(list => (
      <Link key={list} to="/databases" search={{ list }} className="chip">
        {list}
      </Link>
    ))}
  </>
)
