import type { Conjunction } from './document.ts'
import type { Shape } from './shape.ts'
import type { Shapes } from './shapes.ts'
import { canonical, common } from './types.ts'

/** Tells apart no deeper than this: a discriminator lies near the top. */
const maxDepth = 4

/** Whether certainly no value is accepted by both. False where it is not known. */
export const areDisjoint = (shapes: Shapes, one: Conjunction, other: Conjunction, depth = 0): boolean => {
  const types = common(shapes.typesOf(one), shapes.typesOf(other))
  if (types.size === 0) return true
  const [a, b] = [shapes.of(one), shapes.of(other)]
  if (a.values && b.values) return !shareValue(a, b)
  if (depth > maxDepth || types.size > 1 || !types.has('object')) return false
  return [...a.required.keys()].some(
    name => b.required.has(name) && areDisjoint(shapes, propertyOf(a, name), propertyOf(b, name), depth + 1),
  )
}

const shareValue = (one: Shape, other: Shape): boolean => {
  const known = new Set(one.values?.list.map(canonical))
  return (other.values?.list ?? []).some(value => known.has(canonical(value)))
}

const propertyOf = ({ objects }: Shape, name: string): Conjunction =>
  objects.flatMap(({ properties }) => properties.get(name) ?? [])
