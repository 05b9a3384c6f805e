import type {
  JsonObject,
  Language,
  PlainNote,
  Plugin,
  PublishedVersion,
  Rule,
  RuleInput,
} from '@lienthong/plugin-sdk'
import { Asking } from './asking.ts'
import { Elsewhere } from './elsewhere.ts'
import { factsFor, factsOf } from './facts.ts'
import { frozen } from './frozen.ts'
import { type Ask, Inputs } from './inputs.ts'
import type { Following } from './looking.ts'
import { isSameNotes, plainNotes } from './plain-notes.ts'
import { publishedOf } from './published.ts'
import { type Question, Questions, refTopic } from './questions.ts'
import { type RuleVisitors, rulesFor, Sink, type UnitRun, visitUnit } from './run.ts'
import { type SqlSurroundings, sqlNamesOf } from './sql-nodes.ts'
import { once, UnitNodes } from './unit-nodes.ts'
import { fresh, nothing, nothingAsked, swapsOf, type UnitState } from './unit-state.ts'
import { requireKnownVisitors } from './visitor-names.ts'
import type { GuestReport, GuestResult, GuestStep, GuestUnit, Running } from './wire.ts'

/** Characters of units that are run at once: a fraction of a second on a slow machine. */
const sliceWeight = 16_000

/** Ids of the rules that are due; null for all of them. */
type Due = ReadonlySet<string> | null

/** One document under one plugin: runs again only what a change can affect. */
export class Checker {
  private units = new Map<string, UnitState>()
  private readonly questions = new Questions()
  private readonly elsewhere = new Elsewhere()
  private readonly asking = new Asking(() => this.units, this.elsewhere)
  private language: Language = 'markdown'
  private options: GuestStep['options'] = {}
  private rules: readonly [string, Rule][] = []
  private published: PublishedVersion | null = null
  private wantsEarlier = false
  private readonly inputs: Inputs
  /** Made at the first look after a change. */
  private sqlNames = once(() => sqlNamesOf([]))
  private readonly pending = new Map<string, Due>()
  private documentDue: Due = null
  private documentReports: readonly GuestReport[] = []
  /** Rules whose reports still say what their notes say. */
  private readonly summedUp = new Set<string>()

  constructor(
    private readonly plugin: Plugin,
    ask: Ask,
    private readonly running: Running,
  ) {
    this.inputs = new Inputs(ask)
  }

  /** Takes a step in. What it affects is run by {@link slice}: what changed with all rules, the rest with those that see other inputs. */
  begin(step: GuestStep): void {
    const { language, options, off, changed, order, published, elsewhere } = step
    this.language = language
    this.options = frozen(options)
    this.rules = rulesFor(this.plugin, language, off)
    const isSameText = changed.length === 0 && order === undefined && elsewhere === undefined
    const touched = [...this.take(changed, order), ...this.takeElsewhere(elsewhere)]
    for (const { id } of changed) this.pending.set(id, null)
    for (const id of touched) this.pending.set(id, null)
    const inputs = this.inputs.take(step)
    const concerned = this.declaring(inputs)
    for (const id of concerned) this.summedUp.delete(id)
    if (concerned.size > 0)
      for (const id of this.units.keys()) this.pending.set(id, both(this.pending.get(id), concerned))
    if (published !== undefined) {
      // Only the document pass sees it.
      this.wantsEarlier = false
      const wanted = () => {
        this.wantsEarlier = true
      }
      this.published = published && publishedOf(language, published, wanted)
      inputs.add('publishedVersion')
    }
    this.documentDue = isSameText && inputs.size > 0 ? this.declaring(inputs) : null
  }

  /** Runs what is pending from one unit on, so much of it as may be done at once; the document comes after the last unit. */
  slice(near: string): GuestResult {
    const reports: Record<string, readonly GuestReport[]> = {}
    let weight = 0
    this.beginAt(near)
    for (const [id, due] of this.pending) {
      if (weight >= sliceWeight) return { units: reports, document: null, hasMore: true, wantsEarlier: false }
      this.pending.delete(id)
      const state = this.units.get(id)
      if (!state) continue
      this.run(state, due)
      reports[id] = state.run.reports
      weight += state.unit.weight
    }
    const isOther = this.documentPass(this.documentDue)
    const document = isOther ? this.documentReports : null
    return { units: reports, document, hasMore: false, wantsEarlier: this.wantsEarlier }
  }

  /** What is pending before this unit comes after all the rest, so that it is the next. */
  private beginAt(unit: string): void {
    if (!this.pending.has(unit)) return
    for (const [id, due] of this.pending) {
      if (id === unit) return
      this.pending.delete(id)
      this.pending.set(id, due)
    }
  }

  /** Shows somebody else a unit as rules see it; what is looked at elsewhere is not remembered. */
  show(
    unit: string,
    create: (language: Language, following: Following, inputs: Inputs) => readonly RuleVisitors[],
  ): void {
    const state = this.units.get(unit)
    if (!state) return
    const { schema: resolve, reach } = this.asking
    this.asking.begin(unit)
    const visitors = create(this.language, { resolve, reach }, this.inputs)
    visitUnit(state.nodes, visitors, this.running, this.asking, this.surroundings)
  }

  private declaring(inputs: ReadonlySet<RuleInput>): ReadonlySet<string> {
    const spoken = rulesFor(this.plugin, this.language, [])
    return new Set(
      spoken.filter(([, { meta }]) => meta.inputs?.some(name => inputs.has(name))).map(([id]) => id),
    )
  }

  /** Puts the new units in and the gone ones out; answers the units whose rules would be told something else now. */
  private take(changed: readonly GuestUnit[], order: GuestStep['order']): ReadonlySet<string> {
    const before = this.units
    const gone: UnitState[] = []
    const incoming = new Map(changed.map(unit => [unit.id, fresh(unit, new UnitNodes(this.language, unit))]))
    if (order) {
      this.summedUp.clear()
      const states = order.flatMap(id => incoming.get(id) ?? before.get(id) ?? [])
      this.units = new Map(states.map(state => [state.unit.id, state]))
      for (const [id, state] of before) if (this.units.get(id) !== state) gone.push(state)
    } else
      for (const [id, state] of incoming) {
        const replaced = before.get(id)
        if (replaced) {
          gone.push(replaced)
          // Until it has run: whether its notes are others is seen then.
          state.run = replaced.run
        }
        before.set(id, state)
      }
    for (const state of gone) this.asks(state, nothingAsked)
    this.asking.stepped()
    this.sqlNames = once(() => sqlNamesOf([...this.units.values()].map(({ nodes }) => nodes)))
    const names = new Set([...gone, ...incoming.values()].flatMap(({ unit }) => unit.provides))
    return this.questions.touched(swapsOf(gone, incoming), names, order !== undefined)
  }

  /** Answers the units whose rules would be told something else now of other documents. */
  private takeElsewhere(elsewhere: GuestStep['elsewhere']): ReadonlySet<string> {
    if (!elsewhere) return new Set()
    const { swaps, refs } = this.elsewhere.take(elsewhere)
    return this.questions.touched(swaps, new Set(refs.map(refTopic)), false)
  }

  /** Remembers what a unit asked in its last run. */
  private asks(state: UnitState, asked: ReadonlySet<Question>): void {
    this.questions.replace(state.unit.id, state.asked, asked)
    state.asked = asked
  }

  /** Rules that are not due keep what they reported and noted. */
  private run(state: UnitState, due: Due): void {
    const isKept = (rule: string) => due !== null && !due.has(rule)
    const sink = new Sink(state.unit.id, this.elsewhere)
    this.asking.begin(state.unit.id)
    const rules = this.dueRules(due).map(([id, rule]) => this.createForUnit(sink, id, rule))
    visitUnit(state.nodes, rules, this.running, this.asking, this.surroundings)
    for (const { rule, visitors } of rules) if (visitors.notes) this.keepPlain(rule, sink, state.run)
    const { reports, notes } = state.run
    const asked = new Set([
      ...(due === null ? nothingAsked : state.asked),
      ...this.asking.asked(this.questions),
    ])
    this.asks(state, asked.size > 0 ? asked : nothingAsked)
    const run = {
      reports: [...reports.filter(({ rule }) => isKept(rule)), ...sink.reports],
      notes: new Map([...[...notes].filter(([rule]) => isKept(rule)), ...sink.notes]),
    }
    state.run = run.reports.length + run.notes.size > 0 ? run : nothing
  }

  /** Of a rule that only looks at its notes; whether they are others than before decides whether it has to. */
  private keepPlain(id: string, { notes }: Sink, before: UnitRun): void {
    const plain = plainNotes(id, notes.get(id) ?? [])
    if (plain.length > 0) notes.set(id, plain)
    if (!isSameNotes(before.notes.get(id) ?? [], plain)) this.summedUp.delete(id)
  }

  /** Answers whether there may be other reports of the document than before. */
  private documentPass(due: Due): boolean {
    const sink = new Sink(null, this.elsewhere)
    const isKept = (id: string) => (due === null ? this.summedUp.has(id) : !due.has(id))
    const rules = this.rules.filter(([id, { scope }]) => scope === 'document' && !isKept(id))
    const kept = this.documentReports.filter(({ rule }) => isKept(rule))
    if (rules.length === 0 && kept.length === this.documentReports.length) return false
    if (rules.length > 0) this.runOnDocument(rules, sink)
    this.documentReports = [...kept, ...sink.reports]
    return true
  }

  private runOnDocument(rules: readonly [string, Rule][], sink: Sink): void {
    let isSummingUp = false
    let hasResolved = false
    this.asking.begin(null)
    const seen =
      <T>(look: (ref: string) => T) =>
      (ref: string) => {
        if (isSummingUp)
          throw new TypeError('A visitor "notes" looks at its notes only: resolve before noting.')
        hasResolved = true
        return look(ref)
      }
    const following = { resolve: seen(this.asking.node), reach: seen(this.asking.reach) }
    const states = [...this.units.values()]
    const facts = once(() =>
      factsOf(
        this.language,
        states.map(({ nodes }) => nodes),
      ),
    )
    for (const [id, rule] of rules) {
      hasResolved = false
      const { visitors } = this.create(sink, id, rule, following)
      const notes = states.flatMap(({ run }) => run.notes.get(id) ?? [])
      const published = rule.meta.inputs?.includes('publishedVersion') ? this.published : null
      this.running.rule = id
      if (visitors.notes) {
        isSummingUp = true
        visitors.notes(notes as readonly PlainNote[])
        isSummingUp = false
        // What it resolved beforehand may say something else although its notes do not.
        if (!hasResolved) this.summedUp.add(id)
      } else visitors.document?.(factsFor(facts(), { notes, published }))
      this.running.rule = ''
    }
  }

  private dueRules(due: Due): readonly [string, Rule][] {
    return due === null ? this.rules : this.rules.filter(([id]) => due.has(id))
  }

  /** What is noted for a visitor "document" may be compared with the document's nodes: its rule is shown these, not what stands for them. */
  private createForUnit(sink: Sink, id: string, rule: Rule): RuleVisitors {
    let isKept = rule.scope === 'document'
    const { node, schema, reach } = this.asking
    const resolve: Following['resolve'] = ref => (isKept ? node(ref) : schema(ref))
    const created = this.create(sink, id, rule, { resolve, reach })
    if (created.visitors.notes) isKept = false
    return created
  }

  private create(sink: Sink, id: string, rule: Rule, following: Following): RuleVisitors {
    const context = sink.context(id, rule, { options: this.optionsOf(id), following, inputs: this.inputs })
    this.running.rule = id
    const visitors = rule.create(context)
    requireKnownVisitors(id, rule, visitors)
    this.running.rule = ''
    return { rule: id, visitors }
  }

  private optionsOf(rule: string): JsonObject {
    return this.options[rule] ?? {}
  }

  private readonly surroundings: SqlSurroundings = {
    comments: table => {
      this.asking.name(`comments:${table}`)
      return this.sqlNames().comments.get(table) ?? []
    },
    type: name => {
      this.asking.name(`type:${name}`)
      return this.sqlNames().types.get(name)
    },
  }
}

/** What is due to all stays due to all. */
const both = (before: Due | undefined, rules: ReadonlySet<string>): Due =>
  before === undefined ? rules : before && new Set([...before, ...rules])
