import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import type { Conjunction } from '../schema/document.ts'
import type { Shape } from '../schema/shape.ts'
import { sizesAt } from './candidates-scalars.ts'
import type { Pair, Sources } from './sources.ts'

/** Names that nobody declares. */
const strangers = ['khac', 'x']
/** Objects are filled up to so many members at most. */
const maxMembers = 60

/** The least that the giver demands; the most that it declares; and the least with each name in each telling way. */
export function* objectsAt(sources: Sources, pair: Pair): Generator<Json> {
  const [giver, taker] = sources.shapes(pair)
  if (!giver.types.has('object')) return
  const maker = new ObjectMaker(sources, giver, taker)
  const base = maker.withNames({}, [...giver.required.keys()])
  yield base
  const names = [...maker.declared, ...maker.matching, ...maker.named(pair), ...strangers]
  for (const name of new Set(names))
    for (const value of maker.valuesOf(name))
      yield maker.withNames({ ...base, [name]: value }, maker.dependants(name))
  yield maker.withNames(base, maker.declared)
  for (const size of sizesAt([giver, taker], 'minProperties', 'maxProperties')) yield maker.ofSize(base, size)
}

class ObjectMaker {
  readonly declared: readonly string[]

  constructor(
    private readonly sources: Sources,
    private readonly giver: Shape,
    private readonly taker: Shape,
  ) {
    this.declared = [...new Set([...namesIn(giver), ...namesIn(taker)])]
  }

  /** Names along the patterns of both sides. */
  get matching(): readonly string[] {
    return [this.giver, this.taker]
      .flatMap(({ objects }) => objects.flatMap(({ patterns }) => [...patterns.keys()]))
      .flatMap(pattern => this.sources.patterns.samples(pattern).slice(0, 2))
  }

  /** Names that the rules for names tell apart. */
  named({ giver, taker }: Pair): readonly string[] {
    const [from, to] = [this.giver.propertyNames, this.taker.propertyNames]
    if (from.length + to.length === 0 || giver.length + taker.length === 0) return []
    return this.sources.inside({ giver: from, taker: to }).filter(name => typeof name === 'string')
  }

  valuesOf(name: string): readonly Json[] {
    return this.sources.inside({
      giver: this.schemaOf(this.giver, name),
      taker: this.schemaOf(this.taker, name),
    })
  }

  dependants = (name: string): readonly string[] => [
    ...(this.giver.dependentRequired.get(name)?.keys() ?? []),
  ]

  /** Adds members that the giver accepts; a name for which there is none stays away. */
  withNames(base: JsonObject, names: readonly string[]): JsonObject {
    const members = names.flatMap((name): [string, Json][] => {
      if (Object.hasOwn(base, name)) return []
      const [value] = this.sources.one(this.schemaOf(this.giver, name))
      return value === undefined ? [] : [[name, value]]
    })
    return { ...base, ...Object.fromEntries(members) }
  }

  ofSize(base: JsonObject, size: number): JsonObject {
    const names = [...this.declared, ...Array.from({ length: maxMembers }, (_, i) => `khac${i + 1}`)]
    const missing = Math.max(0, Math.min(size, maxMembers) - Object.keys(base).length)
    const fillable = names.filter(name => !Object.hasOwn(base, name) && this.valuesOf(name).length > 0)
    return this.withNames(base, fillable.slice(0, missing))
  }

  private schemaOf({ objects }: Shape, name: string): Conjunction {
    return objects.flatMap(({ properties, patterns, additional }) => {
      const declared = properties.get(name)
      const matching = [...patterns]
        .filter(([pattern]) => this.sources.patterns.matches(pattern, name))
        .flatMap(([, schema]) => schema)
      return declared || matching.length > 0 ? [...(declared ?? []), ...matching] : additional
    })
  }
}

const namesIn = ({ objects, required, dependentRequired, dependentSchemas }: Shape): readonly string[] => [
  ...required.keys(),
  ...dependentSchemas.keys(),
  ...objects.flatMap(({ properties }) => [...properties.keys()]),
  ...[...dependentRequired].flatMap(([name, others]) => [name, ...others.keys()]),
]
