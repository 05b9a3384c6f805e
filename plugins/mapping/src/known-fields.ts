import { nearest, type PublishedField, type PublishedSchema } from '@lienthong/plugin-sdk'

type Fields = ReadonlyMap<string, PublishedField>

const none: Fields = new Map()

/** Longer names name nothing: to take a name apart costs the square of its length. */
const longest = 300

/** A guess compares with every field; behind so many findings nobody reads on. */
const mostGuesses = 100

/** The fields of a published schema, by the names that mappings give them: `entity.field`, of a root `field`, and further into objects. */
export class KnownFields {
  private guesses = 0
  private readonly entities: ReadonlyMap<string, Fields>

  constructor(readonly schema: PublishedSchema) {
    this.entities = new Map(
      schema.entities.map(({ name, fields }) => [name, new Map(fields.map(field => [field.name, field]))]),
    )
  }

  at(name: string): PublishedField | undefined {
    if (name.length > longest) return undefined
    const { container, last } = partsOf(name)
    return this.in(container)?.get(last)
  }

  /** The name that a slip of the pen turned into this one. */
  similar(name: string): string | undefined {
    if (++this.guesses > mostGuesses) return undefined
    const { container, last } = partsOf(name)
    const near = nearest(last, this.in(container)?.keys() ?? [])
    return near === undefined ? nearest(name, this.names()) : joined(container, near)
  }

  /** What holds fields: '' for the root, an entity, or a field that is an object. Undefined where there is no such thing. */
  in(container: string): Fields | undefined {
    const [first = '', ...steps] = container.split('.')
    const root = this.entities.get('') ?? none
    // A property of the root comes before a definition of the same name.
    const start = first === '' || root.has(first) ? root : this.entities.get(first)
    return (start === root && first !== '' ? [first, ...steps] : steps).reduce<Fields | undefined>(
      (fields, step) => this.below(fields?.get(step)),
      start,
    )
  }

  private below(field: PublishedField | undefined): Fields | undefined {
    return field && this.entities.get(field.definition ?? field.name)
  }

  private *names(): Iterable<string> {
    for (const [entity, fields] of this.entities)
      for (const field of fields.keys()) yield joined(entity, field)
  }
}

/** The name of what holds a field, '' for the root, and the field's own. */
export const partsOf = (name: string): { readonly container: string; readonly last: string } => {
  const dot = name.lastIndexOf('.')
  return { container: name.slice(0, Math.max(0, dot)), last: name.slice(dot + 1) }
}

/** The name, and of what holds it, and so on: an object as a whole feeds what is in it. */
export const holdersOf = (name: string): string[] =>
  name === '' || name.length > longest ? [] : [name, ...holdersOf(partsOf(name).container)]

/** The name of a field in what holds it. */
export const joined = (container: string, field: string): string =>
  container === '' ? field : `${container}.${field}`
