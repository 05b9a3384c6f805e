import {
  ddlWordsOf,
  type Effect,
  type Mode,
  SchemaComparison,
  ScriptComparison,
  type Witness,
  wordsOf,
} from '@lienthong/compatibility/compare'
import type { WholeDocument } from '@lienthong/plugin-engine'
import type { LocalText, Path } from '@lienthong/plugin-sdk'

/** A difference in whatever language. */
interface Told {
  readonly type: string
  readonly effect: Effect
  readonly message: LocalText
  /** Where it is written now, for people. */
  readonly place: string
  readonly old: unknown
  readonly new: unknown
}

export interface Compared {
  readonly differences: readonly Told[]
  /** A record or row that shows what breaks; null where none was found. */
  witness(mode: Mode): Witness | null
}

/** Compares two documents of one language; null when they are of two, or have no schema. */
export function compareTwo(old: WholeDocument, young: WholeDocument): Compared | null {
  if (old.language === 'json-schema' && young.language === 'json-schema') {
    const comparison = new SchemaComparison(old.value, young.value)
    return {
      differences: comparison.differences.map(difference => ({
        ...difference,
        message: wordsOf(difference),
        place: pointer(difference.new ?? difference.old ?? []),
      })),
      witness: mode => witnessOf(comparison, mode),
    }
  }
  if (old.language !== 'sql' || young.language !== 'sql') return null
  const comparison = new ScriptComparison(old.statements, young.statements)
  const differences = comparison.differences.map(difference => ({
    ...difference,
    message: ddlWordsOf(difference),
    place: difference.name,
  }))
  return { differences, witness: mode => witnessOf(comparison, mode) }
}

const witnessOf = (comparison: SchemaComparison | ScriptComparison, mode: Mode): Witness | null =>
  (mode.startsWith('FORWARD') ? null : comparison.refused) ??
  (mode.startsWith('BACKWARD') ? null : comparison.unknown)

const pointer = (path: Path): string =>
  `#${path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
