import { compareDependencies } from './compare-dependencies.ts'
import { compareInner } from './compare-inner.ts'
import { compareModels } from './compare-models.ts'
import { hasDefault, opennessOf } from './content-model.ts'
import type { Found } from './found.ts'
import { openModel } from './shape.ts'
import type { Comparer, Sides } from './sides.ts'

/** Everything that binds objects. */
export const compareObjects = (comparison: Comparer, sides: Sides, found: Found): void => {
  compareReserved(sides, found)
  if (!sides.shares('object')) return
  compareRequired(comparison, sides, found)
  const { old, new: young } = sides
  const [oldModels, newModels] = [old.objects, young.objects]
  for (let i = 0; i < Math.max(oldModels.length, newModels.length, 1); i++)
    compareModels(
      comparison,
      sides,
      { old: oldModels[i] ?? openModel, new: newModels[i] ?? openModel },
      found,
    )
  const paths = { old: old.path, new: young.path }
  compareInner(comparison, { old: old.propertyNames, new: young.propertyNames, paths }, found)
  compareDependencies(comparison, sides, found)
}

/** A name that is required and newly declared is told with the property. */
const compareRequired = (comparison: Comparer, sides: Sides, found: Found): void => {
  const { old, new: young } = sides
  for (const [name, path] of young.required) {
    if (old.required.has(name) || isToldWithProperty(comparison, sides, name)) continue
    const preset = hasDefault(comparison.shapes, young, name) ? '_WITH_DEFAULT' : ''
    found.add({
      type: `REQUIRED_ATTRIBUTE${preset}_ADDED`,
      effect: 'narrows',
      old: old.path,
      new: path,
      name,
    })
  }
  for (const [name, path] of old.required)
    if (!young.required.has(name))
      found.add({ type: 'REQUIRED_ATTRIBUTE_REMOVED', effect: 'widens', old: path, new: young.path, name })
}

const isToldWithProperty = (comparison: Comparer, { old, new: young }: Sides, name: string): boolean => {
  const [before = openModel, ...others] = old.objects
  const [now = openModel, ...more] = young.objects
  const isAdded = now.properties.has(name) && !before.properties.has(name)
  return others.length + more.length === 0 && isAdded && opennessOf(comparison.shapes, before) !== 'partial'
}

const compareReserved = ({ old, new: young }: Sides, found: Found): void => {
  for (const [name, path] of old.reserved)
    if (!young.reserved.has(name))
      found.add({ type: 'RESERVED_PROPERTY_REMOVED', effect: 'both', old: path, new: young.path, name })
  for (const [name] of young.reserved) {
    const property = young.objects.flatMap(({ properties }) => properties.get(name) ?? [])[0]
    if (property === undefined) continue
    const place = { old: old.path, new: property.path }
    found.add({ type: 'RESERVED_PROPERTY_CONFLICTS_WITH_PROPERTY', effect: 'both', ...place, name })
  }
}
