import { pageOf } from '@lienthong/protocol'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { useRest } from '../access/session-context.tsx'
import { formatNumber } from '../language/format.ts'
import { Failure } from '../shell/failure.tsx'
import { usePreferences } from '../shell/preferences.tsx'
import { listAddress } from './list-address.ts'

export interface Column<T> {
  key: string
  title: ReactNode
  cell: (item: T) => ReactNode
  /** The cell that names the row. */
  isHeading?: boolean
  className?: string
}

interface RecordListProps<S extends z.ZodMiniType> {
  path: string
  query?: Readonly<Record<string, string | undefined>>
  schema: S
  caption: string
  columns: Column<z.infer<S>>[]
  keyOf: (item: z.infer<S>) => string
  empty?: ReactNode
}

const pageSize = 50

/** A list of records with its count and "show more": a table where there is room, cards where there is not. */
export const RecordList = <S extends z.ZodMiniType>(props: RecordListProps<S>) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const rest = useRest()
  const list = useInfiniteQuery({
    queryKey: ['list', props.path, props.query ?? {}],
    queryFn: ({ pageParam }) =>
      rest.get(
        listAddress(props.path, { ...props.query, limit: pageSize, cursor: pageParam }),
        pageOf(props.schema),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  if (list.isPending) return <Skeleton active paragraph={{ rows: 8 }} title={false} />
  if (list.isError) return <Failure error={list.error} onRetry={() => void list.refetch()} />
  const items = list.data.pages.flatMap(page => page.items) as z.infer<S>[]
  const total = list.data.pages[0]?.total ?? 0
  return (
    <div aria-busy={list.isPlaceholderData}>
      <p className="count" role="status">
        {t('list.shown', {
          shown: formatNumber(items.length, language),
          total: formatNumber(total, language),
        })}
      </p>
      {items.length === 0 ? (
        <div className="empty">{props.empty ?? <NoMatch />}</div>
      ) : (
        <RecordTable caption={props.caption} columns={props.columns} keyOf={props.keyOf} items={items} />
      )}
      {list.hasNextPage && (
        <Button className="more" onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {t('list.more')}
        </Button>
      )}
    </div>
  )
}

const NoMatch = () => {
  const { t } = useTranslation()
  return (
    <>
      <strong>{t('list.noMatch')}</strong>
      <p>{t('list.noMatchHint')}</p>
    </>
  )
}

interface RecordTableProps<T> {
  caption: string
  columns: Column<T>[]
  keyOf: (item: T) => string
  items: T[]
}

export const RecordTable = <T,>({ caption, columns, keyOf, items }: RecordTableProps<T>) => (
  <table className="records">
    <caption className="sr-only">{caption}</caption>
    <thead>
      <tr>
        {columns.map(({ key, title, className }) => (
          <th key={key} scope="col" className={className}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {items.map(item => (
        <tr key={keyOf(item)}>
          {columns.map(({ key, title, cell, isHeading, className }) =>
            isHeading ? (
              <th key={key} scope="row" className={className}>
                {cell(item)}
              </th>
            ) : (
              <td key={key} className={className}>
                <span className="cell-label">{title}</span>
                <span className="cell-value">{cell(item)}</span>
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)
