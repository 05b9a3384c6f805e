import type { Json, Path } from '@lienthong/plugin-sdk'
import type { ParsedUnit, Range, Spot, Unit } from '../models/unit.ts'
import type { DocumentSymbol } from './outline.ts'
import { inner, pointerOf } from './references.ts'

/** A schema under a name, in the unit's own offsets. */
export interface SchemaPart {
  readonly kind: DocumentSymbol['kind']
  readonly name: string
  readonly detail: string
  readonly pointer: string
  readonly anchor: string | null
  readonly key: Range
  readonly whole: Range
  readonly children: readonly SchemaPart[]
}

/** What a unit of a schema is made of, in its own offsets: it serves unchanged wherever the unit moves. */
export interface SchemaParts {
  readonly parts: readonly SchemaPart[]
  readonly folds: readonly Range[]
  readonly references: readonly Range[]
}

const known = new WeakMap<ParsedUnit, { base: string; parts: SchemaParts }>()

/** Reads a unit, once for as long as it stays the same. */
export const schemaParts = ({ base, parsed }: Unit): SchemaParts => {
  const before = known.get(parsed)
  if (before?.base === base.join('/')) return before.parts
  const parts = new Reader(base, parsed).read()
  known.set(parsed, { base: base.join('/'), parts })
  return parts
}

/** Keywords that hold schemas by name; the names are what people look for. */
const named: Readonly<Record<string, DocumentSymbol['kind']>> = {
  properties: 'property',
  patternProperties: 'property',
  $defs: 'definition',
  definitions: 'definition',
}
/** Keywords whose values are data: what looks like a schema in them is none. */
const data = new Set(['enum', 'const', 'default', 'examples'])
/** Below this no editor shows anything useful, and a text can be nested without end. */
const maxDepth = 60
/** Shorter words stand on one line. */
const oneLine = 40

class Reader {
  private readonly folds: Range[] = []
  private readonly references: Range[] = []

  constructor(
    private readonly base: Path,
    private readonly parsed: ParsedUnit,
  ) {}

  read(): SchemaParts {
    const parts: SchemaPart[] = []
    const value = this.parsed.value as Json
    if (this.base.length === 0) this.walk(value, this.base, parts)
    else this.member('definition', this.base, value, parts)
    return { parts, folds: this.folds, references: this.references }
  }

  /** A schema under a name. */
  private member(kind: SchemaPart['kind'], path: Path, value: Json, into: SchemaPart[]): void {
    const spot = this.spot(path)
    if (!spot?.key) return
    const children: SchemaPart[] = []
    this.walk(value, path, children)
    into.push({
      kind,
      name: String(path.at(-1)),
      detail: detailOf(value),
      pointer: pointerOf(path),
      anchor: isObject(value) && typeof value.$anchor === 'string' ? value.$anchor : null,
      key: inner(this.parsed.text, spot.key),
      whole: spot.whole,
      children,
    })
  }

  private walk(value: Json, path: Path, into: SchemaPart[]): void {
    if (typeof value !== 'object' || value === null || path.length > maxDepth) return
    this.fold(path)
    for (const [key, inside] of Object.entries(value) as [string, Json][]) {
      const at = [...path, Array.isArray(value) ? Number(key) : key]
      const kind = Array.isArray(value) ? undefined : named[key]
      if (kind && isObject(inside)) this.members(kind, at, inside, into)
      else if (isReference(key, inside)) this.reference(at)
      else if (!data.has(key)) this.inside(inside, at, into)
      else this.fold(at)
    }
  }

  private members(kind: SchemaPart['kind'], path: Path, value: Record<string, Json>, into: SchemaPart[]) {
    this.fold(path)
    for (const [name, inside] of Object.entries(value)) this.member(kind, [...path, name], inside, into)
  }

  private inside(value: Json, path: Path, into: SchemaPart[]): void {
    if (typeof value === 'string' && value.length > oneLine) this.fold(path)
    else this.walk(value, path, into)
  }

  private reference(path: Path): void {
    const value = this.spot(path)?.value
    if (value) this.references.push(value)
  }

  /** What stands on one line cannot be folded, wherever the unit moves. */
  private fold(path: Path): void {
    const whole = path.length > 0 ? this.spot(path)?.whole : undefined
    if (whole && this.parsed.text.slice(whole.start, whole.end).includes('\n')) this.folds.push(whole)
  }

  private spot(path: Path): Spot | null {
    return path.length < this.base.length ? null : this.parsed.spot(path.slice(this.base.length))
  }
}

const isReference = (key: string, value: Json) =>
  (key === '$ref' || key === '$dynamicRef') && typeof value === 'string'

/** A type, or the end of a reference. */
const detailOf = (value: Json): string => {
  if (!isObject(value)) return ''
  const { $ref, type, items } = value
  if (typeof $ref === 'string') return `→ ${$ref.split('/').at(-1) ?? ''}`
  const inside = isObject(items ?? null) ? detailOf(items as Json) : ''
  const types = (Array.isArray(type) ? type : [type]).filter(item => typeof item === 'string').join(' | ')
  return inside ? `${types} ${inside}` : types
}

export const isObject = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
