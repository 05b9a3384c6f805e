import { type Example, example, number, text } from './example.ts'

const R = 'ARRAY_TYPE'
const first = { prefixItems: [text] }
export const arrays: readonly Example[] = [
  example('UNIQUE_ITEMS_ADDED', 'narrows', {}, { uniqueItems: true }, `${R}_UNIQUE_ITEMS_FALSE_TO_TRUE`),
  example('UNIQUE_ITEMS_REMOVED', 'widens', { uniqueItems: true }, {}, `${R}_UNIQUE_ITEMS_TRUE_TO_FALSE`),
  example('SCHEMA_ADDED', 'narrows', {}, { items: text }, `${R}_ALL_ITEM_SCHEMA_ADDED`),
  example('SCHEMA_REMOVED', 'widens', { items: text }, {}, `${R}_ALL_ITEM_SCHEMA_REMOVED`),
  example('SCHEMA_ADDED', 'narrows', {}, { contains: text }, `${R}_CONTAINED_ITEM_SCHEMA_ADDED`),
  example('SCHEMA_REMOVED', 'widens', { contains: text }, {}, `${R}_CONTAINED_ITEM_SCHEMA_REMOVED`),
  example(
    'ADDITIONAL_ITEMS_REMOVED',
    'narrows',
    first,
    { ...first, items: false },
    `${R}_ADDITIONAL_ITEMS_TRUE_TO_FALSE`,
  ),
  example(
    'ADDITIONAL_ITEMS_ADDED',
    'widens',
    { ...first, items: false },
    first,
    `${R}_ADDITIONAL_ITEMS_FALSE_TO_TRUE`,
  ),
  example(
    'ADDITIONAL_ITEMS_NARROWED',
    'narrows',
    first,
    { ...first, items: text },
    `${R}_ADDITIONAL_ITEMS_NARROWED ${R}_SCHEMA_OF_ADDITIONAL_ITEMS_ADDED`,
  ),
  example(
    'ADDITIONAL_ITEMS_EXTENDED',
    'widens',
    { ...first, items: text },
    first,
    `${R}_ADDITIONAL_ITEMS_EXTENDED ${R}_SCHEMA_OF_ADDITIONAL_ITEMS_REMOVED`,
  ),
  example(
    'TYPE_CHANGED',
    'both',
    { ...first, items: text },
    { ...first, items: { type: 'integer' } },
    `${R}_SCHEMA_OF_ADDITIONAL_ITEMS_CHANGED`,
  ),
  example('UNEVALUATED_ITEMS_REMOVED', 'narrows', {}, { unevaluatedItems: false }),
  example('UNEVALUATED_ITEMS_ADDED', 'widens', { unevaluatedItems: false }, {}),
  example('UNEVALUATED_ITEMS_NARROWED', 'narrows', {}, { unevaluatedItems: text }),
  example('UNEVALUATED_ITEMS_EXTENDED', 'widens', { unevaluatedItems: text }, {}),
  example(
    'UNEVALUATED_ITEMS_CHANGED',
    'both',
    { anyOf: [first, {}], unevaluatedItems: false },
    { anyOf: [{ prefixItems: [number] }, {}], unevaluatedItems: false },
  ),
  example(
    'ITEM_ADDED_TO_OPEN_CONTENT_MODEL',
    'narrows',
    {},
    first,
    `${R}_ITEM_SCHEMA_ADDED ${R}_ITEMS_SCHEMAS_LENGTH_INCREASED ${R}_ITEM_SCHEMAS_NARROWED`,
  ),
  example('ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL', 'none', {}, { prefixItems: [{}] }),
  example(
    'ITEM_ADDED_TO_CLOSED_CONTENT_MODEL',
    'widens',
    { items: false },
    { ...first, items: false },
    `${R}_ITEM_SCHEMAS_EXTENDED`,
  ),
  example(
    'ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL',
    'none',
    { items: text },
    { ...first, items: text },
  ),
  example(
    'ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL',
    'both',
    { items: number },
    { ...first, items: number },
    `${R}_ITEM_SCHEMAS_CHANGED`,
  ),
  example(
    'ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL',
    'widens',
    first,
    {},
    `${R}_ITEM_SCHEMA_REMOVED ${R}_ITEMS_SCHEMAS_LENGTH_DECREASED`,
  ),
  example('ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL', 'narrows', { ...first, items: false }, { items: false }),
  example(
    'ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL',
    'none',
    { prefixItems: [false], items: false },
    { items: false },
  ),
  example(
    'ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL',
    'none',
    { ...first, items: text },
    { items: text },
    `${R}_ITEM_SCHEMAS_NARROWED_COMPATIBLE_WITH_ADDITIONAL_PROPERTIES`,
  ),
  example(
    'ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL',
    'both',
    { ...first, items: number },
    { items: number },
  ),
  ...(['MIN', 'MAX'] as const).flatMap(side => {
    const of = (count?: number) => ({
      contains: text,
      ...(count === undefined ? {} : { [`${side.toLowerCase()}Contains`]: count }),
    })
    const isMin = side === 'MIN'
    return [
      example(`${side}_CONTAINS_ADDED`, 'narrows', of(), of(3)),
      example(`${side}_CONTAINS_REMOVED`, 'widens', of(3), of()),
      example(`${side}_CONTAINS_INCREASED`, isMin ? 'narrows' : 'widens', of(3), of(4)),
      example(`${side}_CONTAINS_DECREASED`, isMin ? 'widens' : 'narrows', of(4), of(3)),
    ]
  }),
]
