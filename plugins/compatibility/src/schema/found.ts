import { type Effect, narrows, same, seen, seenThrough, together, type View, widens } from '../effect.ts'
import type { Difference } from './difference.ts'
import type { Conjunction } from './document.ts'

/** Two schemas of one place of a record. */
export interface Schemas {
  readonly old: Conjunction
  readonly new: Conjunction
}

/** A difference with the schemas around it. */
export interface PlacedDifference extends Difference {
  readonly schemas: Schemas | null
}

interface Part {
  readonly found: Found
  readonly view: View
}

/** What comparing two schemas found: its own differences, and what was found inside. */
export class Found {
  private own: Difference[] = []
  private parts: Part[] = []
  private settled: Effect | null

  private constructor(
    settled: Effect | null,
    private readonly schemas: Schemas | null,
  ) {
    this.settled = settled
  }

  /** For differences that are gathered at once. */
  static gathering(): Found {
    return new Found(null, null)
  }

  /** For a comparison that may be asked while it is not finished: it is taken to find nothing until {@link settle}. */
  static pending(schemas: Schemas): Found {
    return new Found('none', schemas)
  }

  get effect(): Effect {
    return this.settled ?? this.gathered
  }

  get isNarrower(): boolean {
    return narrows(this.effect)
  }

  get isWider(): boolean {
    return widens(this.effect)
  }

  add(difference: Difference): void {
    this.own.push(difference)
  }

  /** Takes over what was found inside, now and when it is found later. */
  take(found: Found, view: View = same): void {
    this.parts.push({ found, view })
  }

  /** Begins anew. */
  clear(): void {
    this.own = []
    this.parts = []
  }

  /** Fixes the effect at what is gathered; answers whether it is another one now. */
  settle(): boolean {
    const before = this.settled
    this.settled = this.gathered
    return this.settled !== before
  }

  /** All differences, those inside included, each once; met on several ways a difference has the effects of all. */
  get differences(): readonly PlacedDifference[] {
    const found = new Map<string, PlacedDifference>()
    const seenParts = new Set<string>()
    const numbers = new Map<Found, number>()
    const open: (Part & { schemas: Schemas | null })[] = [{ found: this, view: same, schemas: this.schemas }]
    for (let part = open.pop(); part; part = open.pop()) {
      const { view } = part
      const schemas = part.found.schemas ?? part.schemas
      const number = numbers.get(part.found) ?? numbers.size
      numbers.set(part.found, number)
      const key = `${number} ${view.narrows} ${view.widens}`
      if (seenParts.has(key)) continue
      seenParts.add(key)
      for (const difference of part.found.own) addTo(found, { ...difference, schemas }, view)
      for (const inner of [...part.found.parts].reverse())
        open.push({ found: inner.found, view: seenThrough(inner.view, view), schemas })
    }
    return [...found.values()]
  }

  /** Whether nothing at all is gathered so far, not even other words. */
  get isNothing(): boolean {
    return this.gathered === 'none' && this.own.length === 0
  }

  private get gathered(): Effect {
    return together([
      ...this.own.map(({ effect }) => effect),
      ...this.parts.map(({ found, view }) => seen(found.effect, view)),
    ])
  }
}

const addTo = (found: Map<string, PlacedDifference>, difference: PlacedDifference, view: View): void => {
  const { type, old, new: young, name } = difference
  const key = JSON.stringify([type, old, young, name])
  const before = found.get(key)?.effect ?? 'none'
  found.set(key, { ...difference, effect: together([before, seen(difference.effect, view)]) })
}
