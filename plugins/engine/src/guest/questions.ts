import type { UnitNodes } from './unit-nodes.ts'

/** What units asked of one part of the document: a unit, all anchors, a name of SQL, or a reference to another document. */
export interface Question {
  readonly topic: string
  /** A place of the unit and the keywords asked for there, an anchor's name, or '' for everything. */
  readonly about: string
  readonly askers: Set<string>
}

/** A unit before and after a step; undefined where there is none. */
export interface Swap {
  readonly id: string
  readonly before: UnitNodes | undefined
  readonly after: UnitNodes | undefined
}

export const anchors = '$anchor'
/** Where a reference leads that leaves the document. */
export const refTopic = (ref: string): string => `ref:${ref}`
export const topicOf = (unit: string): string => `unit:${unit}`

/** Where a schema is in its unit, as JSON of its path's steps as strings, and what was asked of it: whether it exists, and these keywords. */
export const aboutPlace = (pointer: string, keywords: ReadonlySet<string>): string =>
  [pointer, ...[...keywords].sort()].join('\n')

/** Who asked what in its last run. */
export class Questions {
  private readonly byTopic = new Map<string, Map<string, Question>>()

  /** The question, the same for all who ask it. */
  about(topic: string, about: string): Question {
    const known = this.byTopic.get(topic) ?? new Map<string, Question>()
    this.byTopic.set(topic, known)
    const question = known.get(about) ?? { topic, about, askers: new Set() }
    known.set(about, question)
    return question
  }

  /** Puts what a unit asks in the place of what it asked before. */
  replace(unit: string, before: ReadonlySet<Question>, now: ReadonlySet<Question>): void {
    for (const question of now) question.askers.add(unit)
    for (const question of before) if (!now.has(question)) this.withdraw(unit, question)
  }

  /** The units that would be told something else now. `names` are those of SQL, and references, that mean something else. */
  touched(swaps: readonly Swap[], names: ReadonlySet<string>, isReordered: boolean): ReadonlySet<string> {
    const units = new Set<string>()
    const add = (topic: string, isOther: (about: string) => boolean) => {
      for (const { about, askers } of this.byTopic.get(topic)?.values() ?? [])
        if (isOther(about)) for (const unit of askers) units.add(unit)
    }
    const anchored = this.byTopic.get(anchors)
    for (const { id, before, after } of swaps) {
      add(topicOf(id), about => about === '' || isOtherPlace(about, before, after))
      // Only the unit's own: a document may have thousands.
      for (const name of anchored ? movedAnchors(before, after) : [])
        for (const unit of anchored?.get(name)?.askers ?? []) units.add(unit)
    }
    for (const name of names) add(name, () => true)
    // Of two places with one anchor the first counts.
    if (isReordered) add(anchors, () => true)
    return units
  }

  private withdraw(unit: string, { topic, about, askers }: Question): void {
    askers.delete(unit)
    if (askers.size > 0) return
    const known = this.byTopic.get(topic)
    known?.delete(about)
    if (known?.size === 0) this.byTopic.delete(topic)
  }
}

const isOtherPlace = (about: string, before: UnitNodes | undefined, after: UnitNodes | undefined) => {
  const [pointer = '', ...keywords] = about.split('\n')
  const one = before?.byPointer(pointer)
  const other = after?.byPointer(pointer)
  if (!one || !other) return one !== other
  return keywords.some(keyword => JSON.stringify(one.value[keyword]) !== JSON.stringify(other.value[keyword]))
}

const movedAnchors = (before: UnitNodes | undefined, after: UnitNodes | undefined): string[] =>
  [...new Set([...(before?.anchored.keys() ?? []), ...(after?.anchored.keys() ?? [])])].filter(
    name => placeOf(before, name) !== placeOf(after, name),
  )

const placeOf = (nodes: UnitNodes | undefined, anchor: string): string =>
  JSON.stringify(nodes?.anchored.get(anchor)?.path ?? null)
