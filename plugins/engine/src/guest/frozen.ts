/**
 * Plain data that nobody can write in any more, so that what one rule does with it reaches neither another nor the next check: who writes
 * all the same fails there and then. What is frozen is so all the way down.
 */
export const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  // In QuickJS a list's indexes are much faster than its iterator.
  if (Array.isArray(value)) for (let index = 0; index < value.length; index++) frozen(value[index])
  else for (const key of Object.keys(value)) frozen((value as Record<string, unknown>)[key])
  return value
}
