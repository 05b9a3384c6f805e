import type { Swap } from './questions.ts'
import { UnitNodes } from './unit-nodes.ts'
import type { GuestElsewhere } from './wire.ts'

/** What of other documents the references of this one lead to. */
export class Elsewhere {
  private readonly targets = new Map<string, string | null>()
  private readonly units = new Map<string, UnitNodes>()

  /** The unit that a reference leads into, '' in this document, null where there is no such document; undefined where that is unknown. */
  unitBehind(ref: string): string | null | undefined {
    return this.targets.get(ref)
  }

  nodesOf(unit: string): UnitNodes | undefined {
    return this.units.get(unit)
  }

  /** Takes in what a step says; answers the units and the references that are other than before. */
  take({ isAll, targets, goneTargets, units, goneUnits }: GuestElsewhere): { swaps: Swap[]; refs: string[] } {
    const told = new Set([...targets.map(([ref]) => ref), ...units.map(({ id }) => id)])
    const untold = (known: Iterable<string>) => (isAll ? [...known].filter(one => !told.has(one)) : [])
    const moved = [
      ...targets.filter(([ref, unit]) => this.lead(ref, unit)).map(([ref]) => ref),
      ...[...goneTargets, ...untold(this.targets.keys())].filter(ref => this.targets.delete(ref)),
    ]
    const swaps = [
      ...units.map(unit => this.put(unit.id, new UnitNodes('json-schema', unit))),
      ...[...goneUnits, ...untold(this.units.keys())].map(id => this.put(id, undefined)),
    ]
    return { swaps, refs: moved }
  }

  /** Answers whether it led elsewhere before. */
  private lead(ref: string, unit: string | null): boolean {
    const isOther = this.targets.get(ref) !== unit
    this.targets.set(ref, unit)
    return isOther
  }

  private put(id: string, after: UnitNodes | undefined): Swap {
    const before = this.units.get(id)
    if (after) this.units.set(id, after)
    else this.units.delete(id)
    return { id, before, after }
  }
}
