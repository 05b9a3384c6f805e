import { type Effect, effectOf, narrows, widens } from './effect.ts'
import { type DifferenceType, describing } from './schema/difference.ts'

/**
 * Who must go on working: with `BACKWARD` whoever reads with the new schema reads what was written with the old one, with
 * `FORWARD` the reverse, with `FULL` both. The transitive ones hold against every version, the others against the last.
 */
export const modes = [
  'BACKWARD',
  'FORWARD',
  'FULL',
  'BACKWARD_TRANSITIVE',
  'FORWARD_TRANSITIVE',
  'FULL_TRANSITIVE',
] as const
export type Mode = (typeof modes)[number]

/**
 * `strict` says what validators say. `lenient` takes readers to pass over properties that they do not know and to fill
 * in defaults.
 */
export const policies = ['strict', 'lenient'] as const
export type Policy = (typeof policies)[number]

/** The part of a semantic version that has to go up. */
export type Step = 'major' | 'minor' | 'patch'

/** What a verdict looks at in a difference, of whatever language. */
export interface Weighed {
  readonly type: string
  readonly effect: Effect
}

export const isTransitive = (mode: Mode): boolean => mode.endsWith('_TRANSITIVE')

/** Whether a difference breaks what the mode promises. */
export const breaks = (difference: Weighed, mode: Mode, policy: Policy): boolean => {
  const effect = policy === 'lenient' ? excused(difference) : difference.effect
  return (!mode.startsWith('FORWARD') && narrows(effect)) || (!mode.startsWith('BACKWARD') && widens(effect))
}

/** Major where something breaks, minor where what is accepted or declared differs, patch where only words do. */
export const stepOf = (differences: readonly Weighed[], mode: Mode, policy: Policy): Step => {
  if (differences.some(difference => breaks(difference, mode, policy))) return 'major'
  return differences.every(({ type }) => isWords(type)) ? 'patch' : 'minor'
}

const isWords = (type: string): boolean =>
  type === 'COMMENT_CHANGED' || describing.has(type as DifferenceType)

/** What is left of an effect for readers who pass over unknown properties and fill in defaults. */
const excused = ({ type, effect }: Weighed): Effect =>
  effectOf(narrows(effect) && !oldReaders.test(type), widens(effect) && !newReaders.test(type))

const covered = 'PROPERTY_(ADDED|REMOVED)_(IS|NOT)_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL'
const withDefault = 'REQUIRED_(PROPERTY|ATTRIBUTE)_WITH_DEFAULT_ADDED.*'
const rest = '(ADDITIONAL|UNEVALUATED)_PROPERTIES'

const oldReaders = new RegExp(
  `^(${rest}_(NARROWED|REMOVED)|OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL|PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL|${covered}|${withDefault})$`,
)

/** The same seen from the other side: what is added to one is removed from the other. */
const newReaders = new RegExp(
  `^(${rest}_(EXTENDED|ADDED)|PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL|OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL|${covered}|REQUIRED_PROPERTY_(WITH_DEFAULT_)?ADDED_TO_UNOPEN_CONTENT_MODEL)$`,
)
