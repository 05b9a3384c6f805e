/**
 * What a difference does to the set of what is accepted: `narrows` refuses something that was accepted before, `widens`
 * accepts something that was refused before.
 */
export type Effect = 'none' | 'narrows' | 'widens' | 'both'

export const narrows = (effect: Effect): boolean => effect === 'narrows' || effect === 'both'
export const widens = (effect: Effect): boolean => effect === 'widens' || effect === 'both'

export const effectOf = (isNarrower: boolean, isWider: boolean): Effect =>
  isNarrower ? (isWider ? 'both' : 'narrows') : isWider ? 'widens' : 'none'

export const together = (effects: readonly Effect[]): Effect =>
  effectOf(effects.some(narrows), effects.some(widens))

/** How an effect looks from around it. */
export interface View {
  readonly narrows: Effect
  readonly widens: Effect
}

export const same: View = { narrows: 'narrows', widens: 'widens' }
/** From outside of a negation. */
export const reversed: View = { narrows: 'widens', widens: 'narrows' }
/** Where any difference may do either. */
export const unknown: View = { narrows: 'both', widens: 'both' }
/** Where others make up for what goes beyond `most`. */
export const atMost = (most: Effect): View => ({
  narrows: effectOf(narrows(most), false),
  widens: effectOf(false, widens(most)),
})

export const seen = (effect: Effect, view: View): Effect =>
  together([narrows(effect) ? view.narrows : 'none', widens(effect) ? view.widens : 'none'])

/** The view of a view. */
export const seenThrough = (inner: View, outer: View): View => ({
  narrows: seen(inner.narrows, outer),
  widens: seen(inner.widens, outer),
})
