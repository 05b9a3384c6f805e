import type { Fix, Json, Path } from '@lienthong/plugin-sdk'
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import { schemaProblems } from './schema-problems.ts'
import { syntaxMessage } from './syntax-messages.ts'
import type { DuplicateFact, InvalidFact, ParsedUnit, Range, Spot, SyntaxFact, TextEdit } from './unit.ts'
import { fixYaml } from './yaml-fixes.ts'
import type { YamlPlace } from './yaml-place.ts'

/** A stretch of YAML: a whole schema, or one definition (`isDefinition`: a map of one key, its value is the unit's). */
export class YamlUnit implements ParsedUnit {
  /** Equal keys mean equal content. */
  readonly cacheKey: string
  readonly value: Json
  /** The definition's name; null for a whole schema or where there is none to read. */
  readonly name: string | null
  readonly syntax: readonly SyntaxFact[]
  readonly duplicateKeys: readonly DuplicateFact[]
  readonly invalid: readonly InvalidFact[]
  private readonly document: Document
  private readonly top: YamlPlace

  constructor(
    readonly text: string,
    isDefinition: boolean,
    /** Keywords whose members are units of their own. */
    containers: ReadonlySet<string> = new Set(),
  ) {
    this.cacheKey = cacheKeyOf(text, isDefinition, containers)
    this.document = parseDocument(text, { prettyErrors: false })
    const contents = this.document.contents as Node | null
    const pair = isDefinition && isMap(contents) ? (contents.items[0] ?? null) : null
    this.top = pair
      ? { node: valueNode(pair), pair, parent: contents }
      : { node: contents, pair: null, parent: null }
    this.name = pair ? keyOf(pair) : null
    const { value, problem } = this.read(containers)
    this.value = value
    this.syntax = [...this.document.errors.filter(isSyntax).map(syntaxFact), ...problem]
    this.duplicateKeys = this.document.errors.filter(error => !isSyntax(error)).map(e => this.duplicate(e))
    this.invalid = this.syntax.length === 0 ? schemaProblems(value) : []
  }

  /** Aliases, anchors, merge keys and tags reach beyond the text at hand: such a schema is read whole. */
  get reachesOut(): boolean {
    let isFound = false
    const found = () => {
      isFound = true
      return visit.BREAK
    }
    visit(this.document, {
      Alias: found,
      Value: (_, node) => (node.anchor || isTagged(node) ? found() : undefined),
      Pair: (_, pair) => (keyOf(pair) === '<<' ? found() : undefined),
    })
    return isFound
  }

  spot(path: Path): Spot | null {
    const place = this.place(path)
    return place && this.spotAt(place)
  }

  fix(path: Path, fix: Fix): readonly TextEdit[] | null {
    const place = path[0] === '~' ? null : this.place(path)
    const spot = place && this.spotAt(place)
    return place && spot ? fixYaml(this.text, place, spot, fix) : null
  }

  private place(path: Path): YamlPlace | null {
    let place: YamlPlace | null = this.top
    for (const step of path) {
      place = place && this.step(place, step)
      if (!place) return null
    }
    return place
  }

  private step({ node }: YamlPlace, step: string | number): YamlPlace | null {
    const parent = isAlias(node) ? (node.resolve(this.document) ?? null) : node
    if (isSeq(parent)) {
      const item = parent.items[Number(step)]
      return item === undefined ? null : { node: item as Node, pair: null, parent }
    }
    const pair = isMap(parent) ? parent.items.find(item => keyOf(item) === String(step)) : undefined
    return pair ? { node: valueNode(pair), pair, parent } : null
  }

  private spotAt({ node, pair }: YamlPlace): Spot | null {
    const value = node ? rangeOf(this.text, node) : null
    const key = pair ? rangeOf(this.text, pair.key as Node) : null
    const first = key ?? value
    if (!first) return { key: null, value: null, whole: { start: 0, end: 0 } }
    return { key, value, whole: { start: first.start, end: Math.max(first.end, value?.end ?? 0) } }
  }

  private read(containers: ReadonlySet<string>): { value: Json; problem: SyntaxFact[] } {
    try {
      const whole = toJson(this.document.toJS({ maxAliasCount: 100 }))
      if (this.name !== null && isObject(whole)) return { value: whole[this.name] ?? null, problem: [] }
      if (!isObject(whole) || containers.size === 0) return { value: whole, problem: [] }
      const rest = Object.entries(whole).filter(([key]) => !containers.has(key))
      return { value: Object.fromEntries(rest), problem: [] }
    } catch {
      return { value: null, problem: [this.unreadable()] }
    }
  }

  /** Why there is no value although the syntax is right: an alias of nothing, or aliases of aliases without end. */
  private unreadable(): SyntaxFact {
    let range: Range = { start: 0, end: Math.min(this.text.length, 1) }
    let code = 'RESOURCE_EXHAUSTION'
    visit(this.document, {
      Alias: (_, alias) => {
        if (alias.resolve(this.document)) return undefined
        range = rangeOf(this.text, alias) ?? range
        code = 'BAD_ALIAS'
        return visit.BREAK
      },
    })
    return { ...range, code: `yaml:${code}`, message: syntaxMessage('yaml', code, '') }
  }

  private duplicate(error: YAMLError): DuplicateFact {
    const place = findPair(this.document.contents as Node | null, error.pos[0])
    const spot = (place && this.spotAt(place)) ?? { key: null, value: null, whole: toRange(error) }
    return { key: place?.pair ? keyOf(place.pair) : '', spot }
  }
}

export const cacheKeyOf = (text: string, isDefinition: boolean, containers: ReadonlySet<string>) =>
  `${isDefinition ? 'definition' : [...containers].join()}:${text}`

/** Plain strings, numbers and collections carry a tag only where the text writes one. */
const isTagged = ({ tag }: { tag?: string | undefined }) => tag !== undefined

const isSyntax = (error: YAMLError) => error.code !== 'DUPLICATE_KEY'
const toRange = ({ pos: [start, end] }: YAMLError): Range => ({ start, end: Math.max(end, start) })
const syntaxFact = (error: YAMLError): SyntaxFact => ({
  ...toRange(error),
  code: `yaml:${error.code}`,
  message: syntaxMessage('yaml', error.code, error.message),
})

/** Like JSON.parse(JSON.stringify()): what JSON cannot say becomes null. */
const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null)) as Json

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keyOf = (pair: Pair): string => String(isScalar(pair.key) ? pair.key.value : pair.key)
const valueNode = (pair: Pair): Node | null => (pair.value as Node | null) ?? null

/** The pair whose key begins at `offset`. */
const findPair = (node: Node | null, offset: number): YamlPlace | null => {
  if (!isCollection(node)) return null
  for (const item of node.items) {
    if (isPair(item) && (item.key as Node).range?.[0] === offset)
      return { node: valueNode(item), pair: item, parent: node as YAMLMap }
    const found = findPair(isPair(item) ? valueNode(item) : (item as Node), offset)
    if (found) return found
  }
  return null
}

const rangeOf = (text: string, node: Node): Range | null => {
  if (!node.range) return null
  const start = node.range[0]
  let end = endOf(node)
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

/** Where a node's last word ends. A block collection's own range includes the comments after it. */
const endOf = (node: Node): number => {
  const last = isCollection(node) && !node.flow ? node.items.at(-1) : undefined
  const inner = isPair(last) ? (valueNode(last) ?? (last.key as Node)) : (last as Node | undefined)
  const end = inner?.range ? endOf(inner) : (node.range?.[1] ?? 0)
  const key = isPair(last) ? (last.key as Node).range : undefined
  return Math.max(end, key?.[1] ?? 0)
}
