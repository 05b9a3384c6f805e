import { Directive } from '@lienthong/protocol'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../language/format.ts'
import { AsOfNote } from '../records/filters.tsx'
import { NameText } from '../records/name.tsx'
import { type Column, RecordList } from '../records/record-list.tsx'
import { DirectiveStatusBadge } from '../records/status-badge.tsx'
import { Unknown } from '../records/unknown.tsx'
import { Page } from '../shell/page.tsx'
import { DirectiveFilters } from './directive-filters.tsx'

const route = getRouteApi('/frame/directives')

export const DirectivesPage = () => {
  const { t } = useTranslation()
  const { year, ...search } = route.useSearch()
  const columns = useDirectiveColumns()
  return (
    <Page title={t('page.directives')} name={t('page.directives')} lead={t('directives.lead')}>
      <DirectiveFilters />
      <p className="note">{t('directives.asOfHint')}</p>
      <AsOfNote day={search.asOf} />
      <RecordList
        path="/directives"
        query={{ ...search, year: year?.toString() }}
        schema={Directive}
        caption={t('directives.caption')}
        columns={columns}
        keyOf={directive => directive.id}
      />
    </Page>
  )
}

const useDirectiveColumns = (): Column<Directive>[] => {
  const { t } = useTranslation()
  return [
    {
      key: 'title',
      title: t('directives.directive'),
      isHeading: true,
      cell: ({ code, number, type, title }) => (
        <>
          <Link to="/directives/$code" params={{ code }}>
            <NameText name={title} />
          </Link>
          <span className="soft small" lang="vi">
            {type} {number ?? ''}
          </span>
        </>
      ),
    },
    { key: 'issuer', title: t('directives.issuer'), cell: ({ issuer }) => <NameText name={issuer} /> },
    {
      key: 'issuedOn',
      title: t('directives.issuedOn'),
      className: 'number',
      cell: ({ issuedOn }) =>
        issuedOn ? <time dateTime={issuedOn}>{formatDay(issuedOn)}</time> : <Unknown />,
    },
    {
      key: 'status',
      title: t('directives.status'),
      cell: ({ status }) => <DirectiveStatusBadge status={status} />,
    },
    {
      key: 'provisions',
      title: t('directives.provisions'),
      className: 'number',
      cell: ({ provisionCount }) => <KnownCount value={provisionCount} />,
    },
    {
      key: 'tasks',
      title: t('directives.tasks'),
      className: 'number',
      cell: ({ taskCount }) => <KnownCount value={taskCount} />,
    },
  ]
}

/** None recorded means that none are known, not that the directive has none. */
const KnownCount = ({ value }: { value: number }) => (value === 0 ? <Unknown /> : value)
