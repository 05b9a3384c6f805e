import type { ObjectModel, Shape } from './shape.ts'
import type { Shapes } from './shapes.ts'

/** Whether names that are not declared are accepted: any, none, or under conditions. */
export type Openness = 'open' | 'closed' | 'partial'

export const opennessOf = (shapes: Shapes, { patterns, additional }: ObjectModel): Openness => {
  const accepted = patterns.size > 0 ? 'something' : shapes.accepts(additional)
  return accepted === 'everything' ? 'open' : accepted === 'nothing' ? 'closed' : 'partial'
}

/** Whether readers can fill a property in that is missing. */
export const hasDefault = (shapes: Shapes, { objects }: Shape, name: string): boolean =>
  objects.some(({ properties }) => {
    const property = properties.get(name)
    return property !== undefined && shapes.of(property).annotations.has('default')
  })
