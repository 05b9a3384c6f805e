import type { Json } from '@lienthong/plugin-sdk'
import { canonical } from '../schema/types.ts'
import { at, type Case, type Judge, listed, numberAt } from './judge.ts'

export const checkArray = (judge: Judge, own: Case, value: Json): boolean => {
  if (!Array.isArray(value)) return true
  const items: readonly Json[] = value
  const { keywords } = own
  return (
    items.length >= (numberAt(keywords, 'minItems') ?? 0) &&
    items.length <= (numberAt(keywords, 'maxItems') ?? Infinity) &&
    (keywords.get('uniqueItems')?.value !== true || new Set(items.map(canonical)).size === items.length) &&
    hasContained(judge, own, items) &&
    checkItems(judge, own, items)
  )
}

const hasContained = (judge: Judge, own: Case, items: readonly Json[]): boolean =>
  at(own, 'contains').every(schema => {
    const fitting = items.flatMap((item, i) => (judge.accepts(schema, item) ? [i] : []))
    for (const index of fitting) own.evaluated.indexes.add(index)
    return (
      fitting.length >= (numberAt(own.keywords, 'minContains') ?? 1) &&
      fitting.length <= (numberAt(own.keywords, 'maxContains') ?? Infinity)
    )
  })

const checkItems = (judge: Judge, own: Case, items: readonly Json[]): boolean => {
  const prefix = listed(own, 'prefixItems')
  const [rest] = at(own, 'items')
  const [unevaluated] = at(own, 'unevaluatedItems')
  return items.every((item, i) => {
    const schema = prefix[i] ?? rest ?? (own.evaluated.indexes.has(i) ? undefined : unevaluated)
    if (schema) own.evaluated.indexes.add(i)
    return schema === undefined || judge.accepts(schema, item)
  })
}
