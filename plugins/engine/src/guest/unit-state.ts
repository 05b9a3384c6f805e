import type { Question, Swap } from './questions.ts'
import type { UnitRun } from './run.ts'
import type { UnitNodes } from './unit-nodes.ts'
import type { GuestUnit } from './wire.ts'

/** What is known of a unit. */
export interface UnitState {
  readonly unit: GuestUnit
  readonly nodes: UnitNodes
  /** What its rules asked of the rest of the document. When they would be told something else, the unit runs again. */
  asked: ReadonlySet<Question>
  run: UnitRun
}

export const fresh = (unit: GuestUnit, nodes: UnitNodes): UnitState => ({
  unit,
  nodes,
  asked: nothingAsked,
  run: nothing,
})

export const swapsOf = (gone: readonly UnitState[], incoming: ReadonlyMap<string, UnitState>): Swap[] => {
  const before = new Map(gone.map(({ unit, nodes }) => [unit.id, nodes]))
  const ids = new Set([...before.keys(), ...incoming.keys()])
  return [...ids].map(id => ({ id, before: before.get(id), after: incoming.get(id)?.nodes }))
}

export const nothingAsked: ReadonlySet<Question> = new Set()
export const nothing: UnitRun = { reports: [], notes: new Map() }
