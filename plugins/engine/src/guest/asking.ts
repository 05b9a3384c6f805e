import type { Json, JsonObject, Reach, SchemaNode } from '@lienthong/plugin-sdk'
import type { Elsewhere } from './elsewhere.ts'
import { aboutPlace, anchors, type Question, type Questions, refTopic, topicOf } from './questions.ts'
import { References } from './references.ts'
import { pointerOf, type UnitNodes } from './unit-nodes.ts'

/** What the host looks up for rules, by reference; each look is remembered for the unit whose rules run at that moment. */
export class Asking {
  /** Counts the runs: what was found in one may be something else in the next. */
  run = 0
  /** The unit whose rules run; null in the document pass, which sees everything and always anew. */
  private unit: string | null = null
  private names = new Map<string, Set<string>>()
  private contents = new Set<string>()
  /** By unit and place there, the keywords asked for. */
  private places = new Map<string, Map<string, Set<string>>>()
  private targets = new Map<SchemaNode, Target>()
  /** By anchor, the first unit that has it; made at the first look after a step. */
  private anchorHolders: ReadonlyMap<string, UnitNodes> | null = null
  private readonly references = new References(this)

  constructor(
    private readonly units: () => ReadonlyMap<string, { readonly nodes: UnitNodes }>,
    private readonly elsewhere: Elsewhere,
  ) {}

  /** Other units than before hold the document. */
  stepped(): void {
    this.anchorHolders = null
  }

  begin(unit: string | null): void {
    this.run++
    this.unit = unit
    this.names = new Map()
    this.contents = new Set()
    this.places = new Map()
    this.targets = new Map()
  }

  /** What was asked since the run began. */
  *asked(questions: Questions): Generator<Question> {
    for (const [topic, names] of this.names) for (const name of names) yield questions.about(topic, name)
    for (const unit of this.contents) yield questions.about(topicOf(unit), '')
    for (const [unit, places] of this.places)
      if (!this.contents.has(unit))
        for (const [pointer, keywords] of places)
          yield questions.about(topicOf(unit), aboutPlace(pointer, keywords))
  }

  /** The schema itself, for who keeps it for the document pass: all of its unit counts as looked at. */
  node = (ref: string): SchemaNode | undefined => {
    const node = this.references.find(ref)
    if (node) this.content(node.unit)
    return node
  }

  /** The schema, or what stands for it where it is another unit's. */
  schema = (ref: string): SchemaNode | undefined => {
    const node = this.references.find(ref)
    return node && (node.unit === this.unit ? node : this.targetOf(node).standIn)
  }

  /** For who looks at single keywords. */
  target(ref: string): Target | undefined {
    const node = this.references.find(ref)
    return node && this.targetOf(node)
  }

  /** One for each schema and run: who remembers something by it must look anew in the next, or nobody would know that he did. */
  targetOf(node: SchemaNode): Target {
    const known = this.targets.get(node) ?? new Target(this, node)
    this.targets.set(node, known)
    return known
  }

  /** The schema at a place, as it is now. */
  at(unit: string, pointer: string): SchemaNode | undefined {
    if (this.isElsewhere(unit)) this.keywordsAt(unit, pointer)
    return this.nodesOf(unit)?.byPointer(pointer)
  }

  /** The schema of an anchor in a unit of another document. */
  anchoredIn(unit: string, name: string): SchemaNode | undefined {
    this.content(unit)
    return this.nodesOf(unit)?.anchored.get(name)
  }

  /** The unit that a reference leads into which leaves the document. */
  unitBehind(ref: string): string | null | undefined {
    this.name(refTopic(ref))
    return this.elsewhere.unitBehind(ref)
  }

  /** Whether it is known what a reference leads into. */
  reach = (ref: string): Reach => {
    if (ref.startsWith('#')) return 'known'
    const unit = this.unitBehind(ref)
    return unit === undefined ? 'unknown' : unit === null ? 'missing' : 'known'
  }

  private nodesOf(unit: string): UnitNodes | undefined {
    return this.units().get(unit)?.nodes ?? this.elsewhere.nodesOf(unit)
  }

  anchored(name: string): SchemaNode | undefined {
    this.name(anchors, name)
    this.anchorHolders ??= anchorHoldersOf(this.units().values())
    return this.anchorHolders.get(name)?.anchored.get(name)
  }

  name(topic: string, name = ''): void {
    if (this.unit === null) return
    const known = this.names.get(topic)
    if (known) known.add(name)
    else this.names.set(topic, new Set([name]))
  }

  content(unit: string): void {
    if (this.isElsewhere(unit)) this.contents.add(unit)
  }

  keyword(unit: string, pointer: string, keyword: string): void {
    if (this.isElsewhere(unit)) this.keywordsAt(unit, pointer).add(keyword)
  }

  /** Where a unit changes, it runs anyway. */
  private isElsewhere(unit: string): boolean {
    return this.unit !== null && unit !== this.unit
  }

  private keywordsAt(unit: string, pointer: string): Set<string> {
    const places = this.places.get(unit) ?? new Map<string, Set<string>>()
    this.places.set(unit, places)
    const keywords = places.get(pointer) ?? new Set<string>()
    places.set(pointer, keywords)
    return keywords
  }
}

const anchorHoldersOf = (units: Iterable<{ readonly nodes: UnitNodes }>): ReadonlyMap<string, UnitNodes> => {
  const holders = new Map<string, UnitNodes>()
  for (const { nodes } of units)
    for (const name of nodes.anchored.keys()) if (!holders.has(name)) holders.set(name, nodes)
  return holders
}

/** What a reference leads to. It may be kept from run to run: it says what is written there now, the last that was where nothing is. */
export class Target {
  private run: number
  private known: string | null = null
  private shown: SchemaNode | null = null

  constructor(
    private readonly asking: Asking,
    private node: SchemaNode,
  ) {
    this.run = asking.run
  }

  get definition(): string | null {
    return this.node.role === 'definition' ? String(this.node.key) : null
  }

  says(keyword: string): Json | undefined {
    this.asking.keyword(this.node.unit, this.pointer, keyword)
    return this.current[keyword]
  }

  get value(): JsonObject {
    this.asking.content(this.node.unit)
    return this.current
  }

  get standIn(): SchemaNode {
    this.shown ??= standInFor(this, this.node, this.asking)
    return this.shown
  }

  private get pointer(): string {
    this.known ??= pointerOf(this.node.path)
    return this.known
  }

  private get current(): JsonObject {
    if (this.run !== this.asking.run) {
      this.node = this.asking.at(this.node.unit, this.pointer) ?? this.node
      this.run = this.asking.run
    }
    return this.node.value
  }
}

/** A schema of which only the content is a look at its unit: the rest follows from its place. Plain properties, so that copies have them too. */
const standInFor = (target: Target, node: SchemaNode, asking: Asking): SchemaNode => {
  const { unit, path, role, key, parent } = node
  return {
    ...{ unit, path, role, key, parent: parent && asking.targetOf(parent).standIn },
    get value() {
      return target.value
    },
    get ref() {
      return String(target.value.$ref)
    },
  } as SchemaNode
}
