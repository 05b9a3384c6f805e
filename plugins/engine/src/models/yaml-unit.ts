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
import { isTooDeep, isYamlTooDeep } from './depth.ts'
import { MemberIndex } from './member-index.ts'
import { schemaProblems } from './schema-problems.ts'
import { syntaxMessage } from './syntax-messages.ts'
import type { DuplicateFact, InvalidFact, ParsedUnit, Range, Spot, SyntaxFact, TextEdit } from './unit.ts'
import { fixYaml } from './yaml-fixes.ts'
import type { YamlPlace } from './yaml-place.ts'

/** A stretch of YAML that was read: a whole schema, or one definition (`isDefinition`: a map of one key, its value is the unit's). */
export interface ReadYaml extends ParsedUnit {
  /** Equal keys mean equal content. */
  readonly cacheKey: string
  readonly value: Json
  /** The definition's name; null for a whole schema or where there is none to read. */
  readonly name: string | null
  /** Aliases, anchors, merge keys and tags reach beyond the text at hand: such a schema is read whole. */
  readonly reachesOut: boolean
}

/** YAML of any kind, read by a whole parser. */
export class YamlUnit implements ReadYaml {
  readonly cacheKey: string
  readonly value: Json
  readonly name: string | null
  readonly syntax: readonly SyntaxFact[]
  readonly duplicateKeys: readonly DuplicateFact[]
  readonly invalid: readonly InvalidFact[]
  readonly reachesOut: boolean
  private readonly document: Document
  private readonly top: YamlPlace
  private readonly pairs = new MemberIndex(({ items }: YAMLMap) => items.map(pair => [keyOf(pair), pair]))

  constructor(
    readonly text: string,
    isDefinition: boolean,
    /** Keywords whose members are units of their own. */
    containers: ReadonlySet<string> = new Set(),
  ) {
    this.cacheKey = cacheKeyOf(text, isDefinition, containers)
    const isTooMuch = isYamlTooDeep(text)
    // The parser calls itself for every level: where the stack ends, the whole process may.
    this.document = parseDocument(isTooMuch ? '' : text, parsing)
    const contents = this.document.contents as Node | null
    const pair = isDefinition && isMap(contents) ? (contents.items[0] ?? null) : null
    this.top = pair
      ? { node: valueNode(pair), pair, parent: contents }
      : { node: contents, pair: null, parent: null }
    this.name = pair ? keyOf(pair) : null
    const { value, problem } = isTooMuch
      ? { value: null, problem: [this.problem('TOO_DEEP')] }
      : this.read(containers)
    this.value = value
    this.syntax = [...this.document.errors.map(syntaxFact), ...problem]
    this.duplicateKeys = problem.length === 0 ? this.duplicates() : []
    this.invalid = this.syntax.length === 0 ? schemaProblems(value) : []
    this.reachesOut = outward.test(text) && !isTooMuch && this.hasOutward()
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

  private hasOutward(): boolean {
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
    const pair = isMap(parent) ? this.pairs.get(parent, String(step)) : undefined
    return pair ? { node: valueNode(pair), pair, parent } : null
  }

  private spotAt({ node, pair }: YamlPlace): Spot {
    const value = node ? rangeOf(this.text, node) : null
    const key = pair ? rangeOf(this.text, pair.key as Node) : null
    const first = key ?? value
    if (!first) return { key: null, value: null, whole: { start: 0, end: 0 } }
    return { key, value, whole: { start: first.start, end: Math.max(first.end, value?.end ?? 0) } }
  }

  private read(containers: ReadonlySet<string>): { value: Json; problem: SyntaxFact[] } {
    // The parser writes such a key anew for every level that it stands in: a kilobyte of them takes a minute.
    if (this.document.errors.some(({ code }) => code === 'NON_STRING_KEY'))
      return { value: null, problem: [] }
    try {
      const whole = toJson(this.document.toJS({ maxAliasCount: 100 }))
      if (isTooDeep(whole)) return { value: null, problem: [this.problem('TOO_DEEP')] }
      if (this.name !== null && isObject(whole)) return { value: whole[this.name] ?? null, problem: [] }
      return { value: without(whole, containers), problem: [] }
    } catch {
      return { value: null, problem: [this.unreadable()] }
    }
  }

  /** Why there is no value although the syntax is right: an alias of nothing, or aliases of aliases without end. */
  private unreadable(): SyntaxFact {
    let found: SyntaxFact | null = null
    try {
      visit(this.document, {
        Alias: (_, alias) => {
          if (alias.resolve(this.document)) return undefined
          found = this.problem('BAD_ALIAS', rangeOf(this.text, alias))
          return visit.BREAK
        },
      })
    } catch {
      return this.problem('TOO_DEEP')
    }
    return found ?? this.problem('RESOURCE_EXHAUSTION')
  }

  /** At the beginning, where no better place is known. */
  private problem(code: string, range: Range | null = null): SyntaxFact {
    const { start, end } = range ?? { start: 0, end: Math.min(this.text.length, 1) }
    return { start, end, code: `yaml:${code}`, message: syntaxMessage('yaml', code, '') }
  }

  /** The parser compares each key with all before it; this takes a look at each. */
  private duplicates(): DuplicateFact[] {
    const found: DuplicateFact[] = []
    visit(this.document, {
      Map: (_, parent) => {
        const seen = new Set<string>()
        for (const pair of parent.items) {
          const key = keyOf(pair)
          if (seen.has(key)) found.push({ key, spot: this.spotAt({ node: valueNode(pair), pair, parent }) })
          seen.add(key)
        }
      },
    })
    return found
  }
}

/** Keys are strings, as in JSON. */
const parsing = { prettyErrors: false, logLevel: 'silent', stringKeys: true, uniqueKeys: false } as const

/** How an anchor, alias, tag or merge key looks; most of what looks so is emphasis in descriptions. */
const outward = /(?:^|[:\-?,[{][ ]|\n[ ]*)[&*!][^\s&*!]|<<[ ]*:/

/** A schema without what stands in units of its own. */
export const without = (whole: Json, containers: ReadonlySet<string>): Json => {
  if (!isObject(whole) || containers.size === 0) return whole
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !containers.has(key)))
}

export const cacheKeyOf = (text: string, isDefinition: boolean, containers: ReadonlySet<string>) =>
  `${isDefinition ? 'definition' : [...containers].join()}:${text}`

/** Plain strings, numbers and collections carry a tag only where the text writes one. */
const isTagged = ({ tag }: { tag?: string | undefined }) => tag !== undefined

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

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '')
const valueNode = (pair: Pair): Node | null => (pair.value as Node | null) ?? null

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
