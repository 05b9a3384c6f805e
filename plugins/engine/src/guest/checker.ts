import type { JsonObject, Language, Plugin, SqlComment, SqlType, Visitors } from '@lienthong/plugin-sdk'
import { factsOf } from './facts.ts'
import { References } from './references.ts'
import { rulesFor, Sink, type UnitRun, visitUnit } from './run.ts'
import type { SqlSurroundings } from './sql-nodes.ts'
import { nodesOf, type UnitNodes } from './unit-nodes.ts'
import type { GuestReport, GuestResult, GuestStep, GuestUnit } from './wire.ts'

interface UnitState {
  readonly unit: GuestUnit
  readonly nodes: UnitNodes
  /** Names that its rules asked for. When one of them changes, the unit runs again. */
  asked: Set<string>
  run: UnitRun
}

/** Characters of units that are run at once: a fraction of a second on a slow machine. */
const sliceWeight = 8_000

/** One document under one plugin: runs again only what a change can affect. */
export class Checker {
  private units = new Map<string, UnitState>()
  private language: Language = 'markdown'
  private options: GuestStep['options'] = {}
  private readonly pending = new Set<string>()

  constructor(private readonly plugin: Plugin) {}

  /** Takes a step in. What it affects is run by {@link slice}. */
  begin({ language, options, changed, order }: GuestStep): void {
    this.language = language
    this.options = options
    const touched = this.take(changed, order)
    const isChanged = new Set(changed.map(({ id }) => id))
    for (const [id, { asked }] of this.units)
      if (isChanged.has(id) || [...asked].some(name => touched.has(name))) this.pending.add(id)
  }

  /** Runs what is pending, so much of it as may be done at once; the document comes after the last unit. */
  slice(): GuestResult {
    const reports: Record<string, readonly GuestReport[]> = {}
    let weight = 0
    for (const id of this.pending) {
      if (weight >= sliceWeight) return { units: reports, document: [], hasMore: true }
      this.pending.delete(id)
      const state = this.units.get(id)
      if (!state) continue
      this.run(state)
      reports[id] = state.run.reports
      weight += state.unit.weight
    }
    return { units: reports, document: this.documentPass(), hasMore: false }
  }

  /** Puts the new units in and the gone ones out; answers the names that mean something else now. */
  private take(changed: readonly GuestUnit[], order: readonly string[]): ReadonlySet<string> {
    const before = this.units
    const incoming = new Map(changed.map(unit => [unit.id, fresh(unit, nodesOf(this.language, unit))]))
    const states = order.flatMap(id => incoming.get(id) ?? before.get(id) ?? [])
    this.units = new Map(states.map(state => [state.unit.id, state]))
    const gone = [...before.values()].filter(state => this.units.get(state.unit.id) !== state)
    return new Set([...gone, ...incoming.values()].flatMap(({ unit }) => unit.provides))
  }

  private run(state: UnitState): void {
    const asked = new Set<string>()
    const sink = new Sink(state.unit.id)
    const { resolve } = this.references(asked)
    const visitors = rulesFor(this.plugin, this.language).map(([id, rule]) =>
      rule.create(sink.context(id, rule.scope, this.optionsOf(id), resolve)),
    )
    visitUnit(state.nodes, visitors, resolve, this.surroundings(asked))
    state.asked = asked
    state.run = { reports: sink.reports, notes: sink.notes }
  }

  private documentPass(): readonly GuestReport[] {
    const sink = new Sink(null)
    const { resolve } = this.references(new Set())
    const states = [...this.units.values()]
    const rules = rulesFor(this.plugin, this.language).filter(([, { scope }]) => scope === 'document')
    const facts = factsOf(
      this.language,
      states.map(({ nodes }) => nodes),
    )
    for (const [id, rule] of rules) {
      const visitors: Visitors = rule.create(sink.context(id, rule.scope, this.optionsOf(id), resolve))
      const notes = states.flatMap(({ run }) => run.notes.get(id) ?? [])
      visitors.document?.({ ...facts, notes })
    }
    return sink.reports
  }

  private optionsOf(rule: string): JsonObject {
    return this.options[rule] ?? {}
  }

  private references(asked: Set<string>): References {
    return new References(this.at, this.anchored, name => asked.add(name))
  }

  private readonly at = (unit: string, pointer: string) => this.units.get(unit)?.nodes.byPointer(pointer)

  private readonly anchored = (name: string) => {
    for (const { nodes } of this.units.values()) {
      const found = nodes.schemas.find(({ value }) => value.$anchor === name)
      if (found) return found
    }
    return undefined
  }

  private surroundings(asked: Set<string>): SqlSurroundings {
    const statements = () => [...this.units.values()].flatMap(({ nodes }) => nodes.statement?.value ?? [])
    return {
      comments: table => {
        asked.add(`comments:${table}`)
        return statements().filter(
          (value): value is SqlComment => value.kind === 'comment' && value.table.name === table,
        )
      },
      type: name => {
        asked.add(`type:${name}`)
        return statements().find(
          (value): value is SqlType => value.kind === 'type' && value.name.name === name,
        )
      },
    }
  }
}

const fresh = (unit: GuestUnit, nodes: UnitNodes): UnitState => ({
  unit,
  nodes,
  asked: new Set(),
  run: { reports: [], notes: new Map() },
})
