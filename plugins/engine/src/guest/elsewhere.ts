import type { Swap } from './questions.ts'
import { UnitNodes } from './unit-nodes.ts'
import type { GuestElsewhere } from './wire.ts'

/** What of other documents the references of this one lead to. */
export class Elsewhere {
  private targets: ReadonlyMap<string, string | null> = new Map()
  private readonly units = new Map<string, UnitNodes>()

  /** The unit that a reference leads into, '' in this document, null where there is no such document; undefined where that is unknown. */
  unitBehind(ref: string): string | null | undefined {
    return this.targets.get(ref)
  }

  nodesOf(unit: string): UnitNodes | undefined {
    return this.units.get(unit)
  }

  /** Takes in what a step says; answers the units and the references that are other than before. */
  take({ targets, changed, gone }: GuestElsewhere): { swaps: Swap[]; refs: string[] } {
    const before = this.targets
    this.targets = new Map(targets)
    const refs = new Set([...before.keys(), ...this.targets.keys()])
    const swaps = [
      ...changed.map(unit => this.put(unit.id, new UnitNodes('json-schema', unit))),
      ...gone.map(id => this.put(id, undefined)),
    ]
    return { swaps, refs: [...refs].filter(ref => before.get(ref) !== this.targets.get(ref)) }
  }

  private put(id: string, after: UnitNodes | undefined): Swap {
    const before = this.units.get(id)
    if (after) this.units.set(id, after)
    else this.units.delete(id)
    return { id, before, after }
  }
}
