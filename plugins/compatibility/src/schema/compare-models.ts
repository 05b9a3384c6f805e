import { effectOf } from '../effect.ts'
import { compareInner } from './compare-inner.ts'
import { compareRest } from './compare-rest.ts'
import { hasDefault, type Openness, opennessOf } from './content-model.ts'
import type { DifferenceType } from './difference.ts'
import type { Conjunction } from './document.ts'
import type { Found } from './found.ts'
import { both } from './merge.ts'
import type { ObjectModel } from './shape.ts'
import type { Comparer, Sides } from './sides.ts'

interface Models {
  readonly old: ObjectModel
  readonly new: ObjectModel
}

/** Two schemas of one name, and what differs between them. */
interface Property {
  readonly name: string
  readonly old: Conjunction
  readonly new: Conjunction
  readonly between: Found
}

/** Declared properties one by one, then patterns, then all other names. */
export const compareModels = (comparison: Comparer, sides: Sides, models: Models, found: Found): void => {
  if (models.old === models.new) return
  const names = new Set([...models.old.properties.keys(), ...models.new.properties.keys()])
  const part = new ModelComparison(comparison, sides, models, found)
  for (const name of names) part.compareProperty(name)
  part.comparePatterns()
  const paths = { old: sides.old.path, new: sides.new.path }
  const { additional, additionalKeyword } = models.new
  const keyword = additional.length > 0 ? additionalKeyword : models.old.additionalKeyword
  const subject = keyword === 'additionalProperties' ? 'ADDITIONAL_PROPERTIES' : 'UNEVALUATED_PROPERTIES'
  compareRest(comparison, { old: models.old.additional, new: additional, paths, subject }, found)
}

class ModelComparison {
  constructor(
    private readonly comparison: Comparer,
    private readonly sides: Sides,
    private readonly models: Models,
    private readonly found: Found,
  ) {}

  compareProperty(name: string): void {
    const old = this.ofName(this.models.old, name)
    const young = this.ofName(this.models.new, name)
    const between = this.comparison.between(old, young)
    const isOld = this.models.old.properties.has(name)
    if (isOld && this.models.new.properties.has(name)) {
      this.found.take(between)
      return
    }
    const property = { name, old, new: young, between }
    if (isOld) this.removed(property)
    else this.added(property)
  }

  private added(property: Property): void {
    const { name, new: young, between } = property
    const openness = opennessOf(this.comparison.shapes, this.models.old)
    const isRequired = this.sides.new.required.has(name) && !this.sides.old.required.has(name)
    this.found.add({
      type:
        openness === 'partial' ? covered('ADDED', between) : this.typeOfAdded(property, openness, isRequired),
      effect: effectOf(between.isNarrower || (isRequired && openness !== 'partial'), between.isWider),
      old: this.sides.old.path,
      new: young[0]?.path ?? this.sides.new.path,
      name,
    })
  }

  private typeOfAdded(
    { name, new: young }: Property,
    openness: Openness,
    isRequired: boolean,
  ): DifferenceType {
    const { shapes } = this.comparison
    const to = openness === 'open' ? 'OPEN' : 'UNOPEN'
    if (isRequired)
      return hasDefault(shapes, this.sides.new, name)
        ? `REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_${to}_CONTENT_MODEL`
        : `REQUIRED_PROPERTY_ADDED_TO_${to}_CONTENT_MODEL`
    if (to === 'OPEN' && shapes.accepts(young) === 'everything')
      return 'PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL'
    return `OPTIONAL_PROPERTY_ADDED_TO_${to}_CONTENT_MODEL`
  }

  private removed({ name, old, between }: Property): void {
    const openness = opennessOf(this.comparison.shapes, this.models.new)
    const isNever = this.comparison.shapes.accepts(old) === 'nothing'
    const types = {
      open: 'PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL',
      closed: isNever
        ? 'PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL'
        : 'PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL',
      partial: covered('REMOVED', between),
    } as const
    const place = { old: old[0]?.path ?? this.sides.old.path, new: this.sides.new.path }
    this.found.add({ type: types[openness], effect: between.effect, ...place, name })
  }

  /** A name may match several patterns: one that is new must hold for all that the old ones let through. */
  comparePatterns(): void {
    const { old, new: young } = this.models
    const paths = { old: this.sides.old.path, new: this.sides.new.path }
    if ([...old.patterns.keys(), ...young.patterns.keys()].some(pattern => !this.canTry(pattern)))
      this.found.add({ type: 'COMBINED_TYPE_SUBSCHEMAS_CHANGED', effect: 'both', ...paths })
    for (const [pattern, before] of old.patterns) {
      const now = young.patterns.get(pattern)
      if (now) compareInner(this.comparison, { old: before, new: now, paths }, this.found)
      else this.patternOnOneSide('PATTERN_PROPERTY_REMOVED', pattern, before, young)
    }
    for (const [pattern, now] of young.patterns)
      if (!old.patterns.has(pattern)) this.patternOnOneSide('PATTERN_PROPERTY_ADDED', pattern, now, old)
  }

  private patternOnOneSide(
    type: DifferenceType,
    pattern: string,
    own: Conjunction,
    other: ObjectModel,
  ): void {
    const isAdded = type === 'PATTERN_PROPERTY_ADDED'
    const others = [other.additional, ...other.patterns.values()].map(schema =>
      isAdded ? this.comparison.between(schema, own) : this.comparison.between(own, schema),
    )
    const [old, young] = isAdded ? [null, own[0]?.path] : [own[0]?.path, null]
    this.found.add({
      type,
      effect: effectOf(
        others.some(({ isNarrower }) => isNarrower),
        others.some(({ isWider }) => isWider),
      ),
      old: old ?? this.sides.old.path,
      new: young ?? this.sides.new.path,
      name: pattern,
    })
  }

  /** Whether it can be told which names a pattern matches. */
  private canTry(pattern: string): boolean {
    return this.comparison.patterns.matches(pattern, '') !== undefined
  }

  /** What the values of a name must be, declared or not. */
  private ofName({ properties, patterns, additional }: ObjectModel, name: string): Conjunction {
    const declared = properties.get(name)
    const matching = [...patterns].filter(([pattern]) => this.comparison.patterns.matches(pattern, name))
    if (!declared && matching.length === 0) return additional
    return matching.reduce((all, [, schema]) => both(all, schema), declared ?? [])
  }
}

const covered = (change: 'ADDED' | 'REMOVED', { isNarrower }: Found) =>
  `PROPERTY_${change}_${isNarrower ? 'NOT' : 'IS'}_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL` as const
