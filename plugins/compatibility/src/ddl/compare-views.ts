import type { SqlView } from '@lienthong/plugin-sdk'
import type { DdlDifference } from './difference.ts'
import { type Placed, written } from './model.ts'

type Views = ReadonlyMap<string, Placed<SqlView>>

/** Views, by what their queries say: whether another query gives the same rows cannot be told. */
export const compareViews = (old: Views, young: Views): DdlDifference[] =>
  [...new Set([...old.keys(), ...young.keys()])].flatMap((name): DdlDifference[] => {
    const [before, now] = [old.get(name), young.get(name)]
    if (!before) return [{ type: 'VIEW_ADDED', effect: 'widens', name, old: null, new: now?.place ?? null }]
    if (!now) return [{ type: 'VIEW_REMOVED', effect: 'narrows', name, old: before.place, new: null }]
    if (before.value.rest === now.value.rest) return []
    return compareView(before.value, now.value, { name, old: before.place, new: now.place })
  })

const compareView = (
  old: SqlView,
  young: SqlView,
  at: Pick<DdlDifference, 'name' | 'old' | 'new'>,
): DdlDifference[] => {
  const more = columnsBehind(old, young)
  if (more) return [{ type: 'VIEW_COLUMN_ADDED', effect: 'widens', ...at, to: more.join(', ') }]
  const lost = young.columns ? (old.columns ?? []).filter(name => !young.columns?.includes(name)) : []
  const [from, to] = [readsOf(old), readsOf(young)]
  return [
    ...(lost.length > 0
      ? [{ type: 'VIEW_COLUMN_REMOVED', effect: 'narrows', ...at, from: lost.join(', ') } as const]
      : []),
    from === to
      ? { type: 'VIEW_QUERY_CHANGED', effect: 'both', ...at }
      : { type: 'VIEW_CHANGED', effect: 'both', ...at, from, to },
  ]
}

const readsOf = ({ reads }: SqlView): string => reads.map(written).sort().join(', ')

/** The columns that the new query has behind those of the old one, where it says nothing else; null otherwise. */
const columnsBehind = (old: SqlView, young: SqlView): readonly string[] | null => {
  const before = queryOf(old)
  const now = queryOf(young)
  if (!before || !now || !old.columns || !young.columns || before.others !== now.others) return null
  const isBehind = before.targets.every((target, at) => target === now.targets[at])
  const added = now.targets.slice(before.targets.length)
  // A function may give many rows for one.
  const isPlain = added.every(target => !target.includes('"FuncCall"'))
  return isBehind && isPlain && added.length > 0 ? young.columns.slice(before.targets.length) : null
}

/** A plain query's list and what else the view says. Of different or grouped rows the list decides how many there are. */
const queryOf = ({ rest }: SqlView): { targets: readonly string[]; others: string } | null => {
  const { query, ...view } = JSON.parse(rest) as { query?: { SelectStmt?: Record<string, unknown> } }
  const { targetList, ...select } = query?.SelectStmt ?? {}
  const isPlain = Array.isArray(targetList) && !('distinctClause' in select || 'groupClause' in select)
  if (!isPlain) return null
  return { targets: targetList.map(target => JSON.stringify(target)), others: JSON.stringify([view, select]) }
}
