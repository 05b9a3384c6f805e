import type { Example } from './example.ts'
import { arrays } from './examples-arrays.ts'
import { combinations } from './examples-combinations.ts'
import { objects } from './examples-objects.ts'
import { limited, scalars } from './examples-scalars.ts'

/** One example at least of every type of difference. */
export const examples: readonly Example[] = [...limited, ...scalars, ...objects, ...arrays, ...combinations]

/** Identifiers that say that nothing differs. */
export const unchanged: readonly string[] = [
  ...['ADDITIONAL_PROPERTIES_BOOLEAN', 'ADDITIONAL_PROPERTIES_SCHEMA'].map(
    name => `OBJECT_TYPE_${name}_UNCHANGED`,
  ),
  ...['UNIQUE_ITEMS_BOOLEAN', 'ADDITIONAL_ITEMS_BOOLEAN', 'SCHEMA_OF_ADDITIONAL_ITEMS'].map(
    name => `ARRAY_TYPE_${name}_UNCHANGED`,
  ),
  ...['IS_MINIMUM_EXCLUSIVE', 'IS_MAXIMUM_EXCLUSIVE', 'INTEGER_REQUIRED'].map(
    name => `NUMBER_TYPE_${name}_UNCHANGED`,
  ),
  ...['IF', 'THEN', 'ELSE'].map(name => `CONDITIONAL_TYPE_${name}_SCHEMA_COMPATIBLE_BOTH`),
  'NOT_TYPE_SCHEMA_COMPATIBLE_BOTH',
]
