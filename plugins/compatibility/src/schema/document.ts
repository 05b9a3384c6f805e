import type { Json, JsonObject, Path } from '@lienthong/plugin-sdk'

/** A subschema where it is written. */
export interface Place {
  readonly document: SchemaText
  readonly schema: Json
  readonly path: Path
}

/** Schemas that must all hold. An empty one accepts everything. */
export type Conjunction = readonly Place[]

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Dialects in which the neighbours of a `$ref` mean nothing. */
const lonelyReferences = /draft-0[3-7]/

/** Members of these are data, not schemas. */
const dataKeywords = new Set(['enum', 'const', 'default', 'examples'])

/** A JSON Schema document and where its references lead. */
export class SchemaText {
  readonly top: Place
  readonly ignoresNeighboursOfReferences: boolean
  private named: ReadonlyMap<string, Place> | null = null
  private readonly targets = new Map<string, Place | null>()

  constructor(
    readonly root: Json,
    /** Which of the two that are compared: places of both have the same paths. */
    readonly side: 'old' | 'new',
  ) {
    this.top = { document: this, schema: root, path: [] }
    const dialect = isObject(root) ? root.$schema : undefined
    this.ignoresNeighboursOfReferences = typeof dialect === 'string' && lonelyReferences.test(dialect)
  }

  /** The schema that a reference leads to; null when it lies in another document or nowhere. */
  resolve(ref: string): Place | null {
    const known = this.targets.get(ref)
    if (known !== undefined) return known
    const target = this.target(ref)
    this.targets.set(ref, target)
    return target
  }

  /** Looked for when somebody asks: most documents refer by paths only. */
  private get names(): ReadonlyMap<string, Place> {
    this.named ??= new Map(namesIn(this.top))
    return this.named
  }

  private target(ref: string): Place | null {
    const hash = ref.indexOf('#')
    const resource = hash < 0 ? ref : ref.slice(0, hash)
    const from = resource === '' ? this.top : this.names.get(resource)
    const fragment = hash < 0 ? '' : ref.slice(hash + 1)
    if (!from || fragment === '') return from ?? null
    return fragment.startsWith('/') ? at(from, stepsOf(fragment)) : (this.names.get(`#${fragment}`) ?? null)
  }
}

/** The place below another one. */
export const below = ({ document, path }: Place, schema: Json, steps: Path): Place => ({
  document,
  schema,
  path: [...path, ...steps],
})

const at = (from: Place, steps: readonly string[]): Place | null => {
  let schema: Json | undefined = from.schema
  const path = [...from.path]
  for (const step of steps) {
    schema = Array.isArray(schema) ? (schema as readonly Json[])[Number(step)] : memberOf(schema, step)
    if (schema === undefined) return null
    path.push(step)
  }
  return { document: from.document, schema: schema ?? null, path }
}

const memberOf = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined

const stepsOf = (pointer: string): string[] =>
  pointer
    .slice(1)
    .split('/')
    .map(step => unescaped(step).replaceAll('~1', '/').replaceAll('~0', '~'))

const unescaped = (step: string): string => {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}

/** Identifiers and anchors of a document. */
function* namesIn(place: Place): Generator<[string, Place]> {
  const { schema } = place
  if (Array.isArray(schema)) {
    for (const [index, item] of (schema as readonly Json[]).entries())
      yield* namesIn(below(place, item, [index]))
    return
  }
  if (!isObject(schema)) return
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$id' && typeof value === 'string') yield [value.replace(/#$/, ''), place]
    if ((key === '$anchor' || key === '$dynamicAnchor') && typeof value === 'string')
      yield [`#${value}`, place]
    if (!dataKeywords.has(key)) yield* namesIn(below(place, value, [key]))
  }
}
