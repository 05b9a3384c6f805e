import type { Fix, Json, Path } from '@lienthong/plugin-sdk'
import { getNodeValue, type Node } from 'jsonc-parser'
import { removeFromList } from './list-edits.ts'
import { MemberIndex } from './member-index.ts'
import { schemaProblems } from './schema-problems.ts'
import type { DuplicateFact, InvalidFact, ParsedUnit, Range, Spot, SyntaxFact, TextEdit } from './unit.ts'

/** A stretch of JSON: a whole schema without its definitions, or one definition. `toUnit` turns the parse's offsets into the unit's. */
export class JsonUnit implements ParsedUnit {
  readonly value: Json
  readonly syntax: readonly SyntaxFact[] = []
  readonly duplicateKeys: readonly DuplicateFact[]
  readonly invalid: readonly InvalidFact[]
  private readonly members = new MemberIndex(membersOf)

  constructor(
    readonly text: string,
    private readonly node: Node,
    private readonly toUnit: (offset: number) => number,
    /** Properties of the top that are units of their own. */
    private readonly left: ReadonlySet<Node> = new Set(),
  ) {
    this.value = this.read()
    this.duplicateKeys = [...this.duplicates(node)]
    this.invalid = schemaProblems(this.value)
  }

  spot(path: Path): Spot | null {
    const node = this.at(path)
    return node ? this.spotOf(node) : null
  }

  fix(path: Path, fix: Fix): readonly TextEdit[] | null {
    const node = this.at(path)
    return node ? this.edits(node, this.spotOf(node), fix) : null
  }

  private at(path: Path): Node | undefined {
    let node: Node | undefined = this.node
    for (const step of path) node = node && this.child(node, step)
    return node
  }

  private child(node: Node, step: string | number): Node | undefined {
    return node.type === 'array' ? node.children?.[Number(step)] : this.members.get(node, String(step))
  }

  private edits(node: Node, spot: Spot, fix: Fix): readonly TextEdit[] | null {
    switch (fix.kind) {
      case 'rename':
        return spot.key && [{ ...spot.key, text: JSON.stringify(fix.to) }]
      case 'setValue':
        return spot.value && [{ ...spot.value, text: JSON.stringify(fix.value) }]
      case 'insertKey':
        return this.insertKey(node, fix.key, fix.value)
      case 'remove':
        return node === this.node && !spot.key ? null : removeFromList(this.text, spot.whole)
      case 'replaceText':
        return [{ ...(spot.value ?? spot.whole), text: fix.text }]
      default:
        return fix satisfies never
    }
  }

  private insertKey(node: Node, key: string, value: Json): readonly TextEdit[] | null {
    if (node.type !== 'object') return null
    const pair = `${JSON.stringify(key)}: ${JSON.stringify(value)}`
    const first = node.children?.[0]
    const brace = this.toUnit(node.offset) + 1
    if (!first) return [{ start: brace, end: brace, text: ` ${pair} ` }]
    const at = this.toUnit(first.offset)
    return [{ start: at, end: at, text: `${pair},${this.text.slice(brace, at)}` }]
  }

  private spotOf(node: Node): Spot {
    const value = this.range(node)
    const name = node.parent?.type === 'property' ? node.parent.children?.[0] : undefined
    if (!name) return { key: null, value, whole: value }
    const key = this.range(name)
    return { key, value, whole: { start: key.start, end: value.end } }
  }

  private range(node: Node): Range {
    const start = this.toUnit(node.offset)
    return { start, end: node.length > 0 ? this.toUnit(node.offset + node.length - 1) + 1 : start }
  }

  private read(): Json {
    const value = getNodeValue(this.node) as Json
    if (this.left.size === 0 || typeof value !== 'object' || value === null || Array.isArray(value))
      return value
    const names = new Set([...this.left].map(property => String(property.children?.[0]?.value)))
    return Object.fromEntries(Object.entries(value).filter(([key]) => !names.has(key)))
  }

  private *duplicates(node: Node): Generator<DuplicateFact> {
    const seen = new Set<string>()
    for (const child of node.children ?? []) {
      if (this.left.has(child)) continue
      const name = child.type === 'property' ? child.children?.[0] : undefined
      const value = name ? child.children?.[1] : child
      const key = String(name?.value)
      if (name && value && seen.has(key)) yield { key, spot: this.spotOf(value) }
      if (name) seen.add(key)
      if (value) yield* this.duplicates(value)
    }
  }
}

const membersOf = ({ children = [] }: Node): [string, Node][] =>
  children.flatMap(({ children: [name, value] = [] }) => (name && value ? [[String(name.value), value]] : []))

/** The same content as another unit, its name written a second time. */
export class SecondJsonUnit implements ParsedUnit {
  readonly text: string
  readonly value: Json
  readonly syntax: readonly SyntaxFact[] = []
  readonly duplicateKeys: readonly DuplicateFact[]
  readonly invalid: readonly InvalidFact[]

  constructor(
    readonly of: JsonUnit,
    key: string,
  ) {
    this.text = of.text
    this.value = of.value
    this.invalid = of.invalid
    const spot = of.spot([])
    this.duplicateKeys = [...of.duplicateKeys, ...(spot ? [{ key, spot }] : [])]
  }

  spot = (path: Path) => this.of.spot(path)
  fix = (path: Path, fix: Fix) => this.of.fix(path, fix)
}
