import type { SqlColumn, SqlType } from '@lienthong/plugin-sdk'
import { effectOfTypes, typeName } from './column-types.ts'
import { compareKind } from './compare-constraints.ts'
import type { DdlDifference } from './difference.ts'
import type { Placed } from './model.ts'

type Types = ReadonlyMap<string, Placed<SqlType>>

/** Enumerations, domains and composite types. */
export const compareTypes = (old: Types, young: Types): DdlDifference[] =>
  [...new Set([...old.keys(), ...young.keys()])].flatMap((name): DdlDifference[] => {
    const [before, now] = [old.get(name), young.get(name)]
    if (!before) return [{ type: 'TYPE_ADDED', effect: 'widens', name, old: null, new: now?.place ?? null }]
    if (!now) return [{ type: 'TYPE_REMOVED', effect: 'narrows', name, old: before.place, new: null }]
    return compareType(name, before, now)
  })

type At = Pick<DdlDifference, 'name' | 'old' | 'new'>

const compareType = (name: string, old: Placed<SqlType>, young: Placed<SqlType>): DdlDifference[] => {
  const at = { name, old: old.place, new: young.place }
  const [before, now] = [kindOf(old.value), kindOf(young.value)]
  if (before !== now) return [{ type: 'TYPE_CHANGED', effect: 'both', ...at, from: before, to: now }]
  if (now === 'enum') return compareEnums(old.value, young.value, at)
  if (now === 'composite') return compareAttributes(old.value.attributes, young.value.attributes, at)
  const checks = ({ value, place }: Placed<SqlType>) => ({
    ...{ name, place, indexes: [] },
    constraints: value.checks.map(check => ({ value: check, place })),
  })
  const { domain: of } = old.value
  const { domain } = young.value
  return [
    ...(of && domain ? compareDomains(of, domain, at) : []),
    ...compareKind(checks(old), checks(young), 'check'),
  ]
}

const kindOf = ({ domain, attributes, values }: SqlType): string =>
  domain ? 'domain' : attributes.length > 0 && values.length === 0 ? 'composite' : 'enum'

const typeChanges = { narrows: 'TYPE_NARROWED', widens: 'TYPE_WIDENED', both: 'TYPE_CHANGED' } as const

const compareDomains = (old: SqlColumn, young: SqlColumn, at: At): DdlDifference[] => {
  const found: DdlDifference[] = []
  const said = { from: typeName(old), to: typeName(young) }
  const effect = effectOfTypes(old, young)
  if (effect !== 'none') found.push({ type: typeChanges[effect], effect, ...at, ...said })
  if (old.isNotNull !== young.isNotNull)
    found.push(
      young.isNotNull
        ? { type: 'NOT_NULL_ADDED', effect: 'narrows', ...at }
        : { type: 'NOT_NULL_REMOVED', effect: 'widens', ...at },
    )
  if (old.default !== young.default) found.push({ type: 'DEFAULT_CHANGED', effect: 'none', ...at })
  if (old.collation !== young.collation)
    found.push({
      ...{ type: 'COLLATION_CHANGED', effect: 'both', ...at },
      ...{ from: old.collation ?? 'default', to: young.collation ?? 'default' },
    })
  if (old.rest !== young.rest) found.push({ type: 'TYPE_CHANGED', effect: 'both', ...at, ...said })
  return found
}

/** Who writes a whole value gives every attribute in its order. */
const compareAttributes = (
  old: readonly SqlColumn[],
  young: readonly SqlColumn[],
  at: At,
): DdlDifference[] => {
  const named = (name: string) => ({ ...at, name: `${at.name}.${name}` })
  const found = old.flatMap((before): DdlDifference[] => {
    const now = young.find(({ name }) => name === before.name)
    if (!now) return [{ type: 'ATTRIBUTE_REMOVED', effect: 'both', ...named(before.name) }]
    return compareAttribute(before, now, named(now.name))
  })
  for (const { name } of young)
    if (!old.some(before => before.name === name))
      found.push({ type: 'ATTRIBUTE_ADDED', effect: 'both', ...named(name) })
  const order = (attributes: readonly SqlColumn[]) => attributes.map(({ name }) => name).join(', ')
  if (found.length === 0 && order(old) !== order(young))
    found.push({ type: 'TYPE_CHANGED', effect: 'both', ...at, from: order(old), to: order(young) })
  return found
}

const compareAttribute = (old: SqlColumn, young: SqlColumn, at: At): DdlDifference[] => {
  const isOther = old.collation !== young.collation || old.rest !== young.rest
  const effect = isOther ? 'both' : effectOfTypes(old, young)
  if (effect === 'none') return []
  return [{ type: 'ATTRIBUTE_CHANGED', effect, ...at, from: typeName(old), to: typeName(young) }]
}

const compareEnums = (before: SqlType, now: SqlType, at: At): DdlDifference[] => {
  const lost = before.values.filter(value => !now.values.includes(value))
  const gained = now.values.filter(value => !before.values.includes(value))
  const found: DdlDifference[] = []
  if (lost.length > 0)
    found.push({ type: 'ENUM_VALUE_REMOVED', effect: 'narrows', ...at, from: lost.join(', ') })
  if (gained.length > 0)
    found.push({ type: 'ENUM_VALUE_ADDED', effect: 'widens', ...at, to: gained.join(', ') })
  const kept = (values: readonly string[]) =>
    values.filter(value => before.values.includes(value) && now.values.includes(value))
  if (kept(before.values).join() !== kept(now.values).join())
    found.push({ type: 'ENUM_ORDER_CHANGED', effect: 'none', ...at })
  return found
}
