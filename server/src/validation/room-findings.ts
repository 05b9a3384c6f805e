import type { CheckResult, Piece, UnitFinding } from '@lienthong/plugin-engine'
import type { Finding } from '@lienthong/protocol'
import { anchoredFinding, type Now } from './anchors.ts'
import { type Change, moved, touches } from './changes.ts'

interface UnitState {
  readonly found: readonly UnitFinding[]
  /** Where the unit lay in the text that was checked last. */
  readonly pieces: readonly Piece[]
  readonly findings: readonly Finding[]
}

/** Some units' findings as they travel. */
export type UnitFindings = { unit: string; findings: Finding[] }[]

/** The findings of one document, on their words. */
export class RoomFindings {
  private units = new Map<string, UnitState>()

  get all(): UnitFindings {
    return [...this.units].map(([unit, { findings }]) => ({ unit, findings: [...findings] }))
  }

  /**
   * Takes a result in; answers the units to be told. `between` is what happened from the text checked before to this one:
   * an unchanged unit whose words were typed anew is put on the new words.
   */
  take(result: CheckResult, between: Change, now: Now): UnitFindings {
    if (result.isComplete) this.units.clear()
    const told = new Map<string, UnitState>()
    for (const { unit, findings } of result.units)
      told.set(unit, stateOf(findings, result.places[unit] ?? [], now))
    for (const [unit, state] of this.units) {
      const pieces = result.places[unit]
      if (told.has(unit) || !pieces) continue
      if (stayed(state.pieces, pieces, between)) this.units.set(unit, { ...state, pieces })
      else told.set(unit, stateOf(state.found, pieces, now))
    }
    for (const [unit, state] of told) this.put(unit, state)
    return [...told].map(([unit, { findings }]) => ({ unit, findings: [...findings] }))
  }

  private put(unit: string, state: UnitState): void {
    if (state.found.length > 0) this.units.set(unit, state)
    else this.units.delete(unit)
  }

  clear(): void {
    this.units.clear()
  }
}

const stateOf = (found: readonly UnitFinding[], pieces: readonly Piece[], now: Now): UnitState => ({
  found,
  pieces,
  findings: found.map(finding => anchoredFinding(finding, pieces, now)),
})

/** Whether a unit's words are the same ones as before, only perhaps elsewhere. */
const stayed = (before: readonly Piece[], after: readonly Piece[], between: Change): boolean => {
  if (!between) return true
  if (before.length !== after.length) return false
  return before.every(
    ({ at, length }, index) =>
      !touches(between, at, at + length) &&
      moved(at, between, false) === after[index]?.at &&
      length === after[index]?.length,
  )
}
