import type { Path } from '@lienthong/plugin-sdk'
import { effectOf } from '../effect.ts'
import { compareInner } from './compare-inner.ts'
import type { DifferenceType } from './difference.ts'
import type { Found } from './found.ts'
import type { Comparer, Sides } from './sides.ts'

/** What a property demands when it is there: `dependentRequired` and `dependentSchemas`, once `dependencies`. */
export const compareDependencies = (comparison: Comparer, sides: Sides, found: Found): void => {
  const { old, new: young } = sides
  for (const name of new Set([...old.dependentRequired.keys(), ...young.dependentRequired.keys()]))
    compareNames(sides, name, found)
  for (const name of new Set([...old.dependentSchemas.keys(), ...young.dependentSchemas.keys()])) {
    const schemas = { old: old.dependentSchemas.get(name) ?? [], new: young.dependentSchemas.get(name) ?? [] }
    const paths = { old: old.path, new: young.path }
    const types = { added: 'DEPENDENCY_SCHEMA_ADDED', removed: 'DEPENDENCY_SCHEMA_REMOVED', name } as const
    compareInner(comparison, { ...schemas, paths, ...types }, found)
  }
}

type Names = ReadonlyMap<string, Path>

const compareNames = ({ old, new: young }: Sides, name: string, found: Found): void => {
  const before = old.dependentRequired.get(name)
  const now = young.dependentRequired.get(name)
  const lost = missing(before, now)
  const gained = missing(now, before)
  if (lost.length + gained.length === 0) return
  found.add({
    type: typeOf(before, now, lost.length, gained.length),
    effect: effectOf(gained.length > 0, lost.length > 0),
    old: listPath(before) ?? old.path,
    new: listPath(now) ?? young.path,
    name,
    from: lost.join(', '),
    to: gained.join(', '),
  })
}

const typeOf = (
  before: Names | undefined,
  now: Names | undefined,
  lost: number,
  gained: number,
): DifferenceType => {
  if (!before) return 'DEPENDENCY_ARRAY_ADDED'
  if (!now) return 'DEPENDENCY_ARRAY_REMOVED'
  if (lost > 0 && gained > 0) return 'DEPENDENCY_ARRAY_CHANGED'
  return gained > 0 ? 'DEPENDENCY_ARRAY_EXTENDED' : 'DEPENDENCY_ARRAY_NARROWED'
}

const missing = (from: Names | undefined, to: Names | undefined): string[] =>
  [...(from?.keys() ?? [])].filter(name => !to?.has(name))

/** The list that the names stand in. */
const listPath = (names: Names | undefined): Path | undefined => names?.values().next().value?.slice(0, -1)
