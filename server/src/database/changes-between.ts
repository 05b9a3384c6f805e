import { isDeepStrictEqual } from 'node:util'

/** What the ledger keeps of a change: each field that differs, with its value before and after. */
export const changesBetween = <T extends object>(
  before: T,
  after: T,
): Record<string, { from: unknown; to: unknown }> => {
  const was = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(after).filter(
    ([field, value]) => !unsaid.includes(field) && !isDeepStrictEqual(was.get(field), value),
  )
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: was.get(field), to }]))
}

/** Derived or counted: they say nothing beside the rest. */
const unsaid = ['version', 'folded']
