import { rootUnitId, type Unit } from './unit.ts'

/** The `$id` of a schema. */
export const idOf = (units: readonly Unit[]): string | null => {
  const root = units.find(({ id }) => id === rootUnitId)?.parsed.value
  if (typeof root !== 'object' || root === null || !('$id' in root)) return null
  return typeof root.$id === 'string' ? root.$id : null
}
