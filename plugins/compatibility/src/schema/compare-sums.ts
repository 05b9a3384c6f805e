import { atMost, type Effect, effectOf, narrows, widens } from '../effect.ts'
import type { DifferenceType } from './difference.ts'
import { areDisjoint } from './disjoint.ts'
import type { Place } from './document.ts'
import { Found } from './found.ts'
import type { Sum } from './shape.ts'
import type { Shapes } from './shapes.ts'
import type { Comparer, Sides } from './sides.ts'

/** `anyOf` and `oneOf`. */
export const compareSums = (comparison: Comparer, sides: Sides, found: Found): void => {
  const { old, new: young } = sides
  for (let i = 0; i < Math.max(old.sums.length, young.sums.length); i++) {
    const [before, now] = [old.sums[i], young.sums[i]]
    if (before && now) new SumComparison(comparison, before, now, found).run()
    else if (now) addSum(comparison, sides, now, found)
    else if (before) removeSum(comparison, sides, before, found)
  }
}

/** Alternatives do not take away from a schema that is within one of them. */
const addSum = (comparison: Comparer, { old, oldSchema }: Sides, sum: Sum, found: Found): void => {
  const isWithin = (member: Place) => !comparison.between(oldSchema, [member]).isNarrower
  const isCovered = addsUp(comparison.shapes, sum) && sum.members.some(isWithin)
  const type = isCovered ? 'COMBINED_TYPE_EXTENDED' : 'COMBINED_TYPE_CHANGED'
  found.add({ type, effect: isCovered ? 'none' : 'narrows', old: old.path, new: sum.path })
}

const removeSum = (comparison: Comparer, { new: young, newSchema }: Sides, sum: Sum, found: Found): void => {
  const isWithin = (member: Place) => !comparison.between([member], newSchema).isWider
  const isCovered = addsUp(comparison.shapes, sum) && sum.members.some(isWithin)
  found.add({
    type: 'SUM_TYPE_NARROWED',
    effect: isCovered ? 'none' : 'widens',
    old: sum.path,
    new: young.path,
  })
}

/** Alternatives are compared each with each up to so many times. */
const maxMeetings = 2_500

/** Whether a value of any member is accepted: of `oneOf` only where no value is of two. */
const addsUp = (shapes: Shapes, { kind, members }: Sum): boolean =>
  kind === 'anyOf' ||
  (members.length ** 2 <= maxMeetings &&
    members.every((one, i) => members.slice(i + 1).every(other => areDisjoint(shapes, [one], [other]))))

class SumComparison {
  constructor(
    private readonly comparison: Comparer,
    private readonly old: Sum,
    private readonly young: Sum,
    private readonly found: Found,
  ) {}

  run(): void {
    const { lost, gained } = this.unmatched()
    if (this.old.kind === this.young.kind && lost.length + gained.length === 0) return
    const effect = this.effect
    const place = { old: this.old.path, new: this.young.path }
    if (this.old.kind !== this.young.kind) {
      const type = effect === 'widens' ? 'COMBINED_TYPE_EXTENDED' : 'COMBINED_TYPE_CHANGED'
      this.found.add({ type, effect, ...place })
      return
    }
    const inner = Found.gathering()
    for (const [i, member] of lost.entries()) {
      const partner = gained[i]
      if (partner) inner.take(this.between(member, partner), atMost(effect))
    }
    if (lost.length !== gained.length || !isTold(effect, inner.effect)) {
      const type = typeOf(lost.length, gained.length)
      inner.add({ type, effect, ...place })
    }
    this.found.take(inner)
  }

  /** Members without an equal on the other side. Order does not count. */
  private unmatched(): { lost: Place[]; gained: Place[] } {
    const gained = [...this.young.members]
    const lost = this.old.members.filter((member, i) => {
      const at = gained.findIndex(
        other => this.mayMeet(member, other, i) && this.between(member, other).effect === 'none',
      )
      if (at >= 0) gained.splice(at, 1)
      return at < 0
    })
    return { lost, gained }
  }

  private get effect(): Effect {
    const { old, young, comparison } = this
    const isKept = old.members.every((one, i) =>
      young.members.some(other => this.mayMeet(one, other, i) && !this.between(one, other).isNarrower),
    )
    const isKnown = young.members.every(other =>
      old.members.some((one, i) => this.mayMeet(one, other, i) && !this.between(one, other).isWider),
    )
    return effectOf(!isKept || !addsUp(comparison.shapes, young), !isKnown || !addsUp(comparison.shapes, old))
  }

  /** Members that share no value need not be compared; of very many, only those at the same place are. */
  private mayMeet(one: Place, other: Place, at: number): boolean {
    const isSamePlace = this.young.members[at] === other
    if (isSamePlace) return true
    const isSmall = this.old.members.length * this.young.members.length <= maxMeetings
    return isSmall && !areDisjoint(this.comparison.shapes, [one], [other])
  }

  private between(one: Place, other: Place): Found {
    return this.comparison.between([one], [other])
  }
}

const isTold = (effect: Effect, told: Effect): boolean =>
  (!narrows(effect) || narrows(told)) && (!widens(effect) || widens(told))

const typeOf = (lost: number, gained: number): DifferenceType => {
  if (lost === gained) return 'COMBINED_TYPE_SUBSCHEMAS_CHANGED'
  return lost < gained ? 'SUM_TYPE_EXTENDED' : 'SUM_TYPE_NARROWED'
}
