import type { Directive, Force } from '@lienthong/plugin-sdk'

/** Whether a directive is in force on a day, as far as its record of `today` tells. */
export const forceOf = (directive: Directive, day: string, today: string): Force => {
  const { issuedOn, validFrom, validTo, status } = directive
  if (validTo !== null && validTo <= day) return 'ended'
  const begins = validFrom ?? issuedOn
  if (begins !== null && day < begins) return 'not-yet'
  const isOver = status === 'repealed' || status === 'expired'
  if (isOver && validTo === null) return day >= today ? 'ended' : 'unknown'
  if (status === 'draft') return 'not-yet'
  if (status === 'unknown') return 'unknown'
  // The record speaks of its own day: of an earlier one only if the beginning is known.
  if (validFrom === null && day < today) return 'unknown'
  return status === 'partly-repealed' ? 'partly-repealed' : 'in-force'
}
