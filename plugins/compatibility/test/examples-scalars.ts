import type { Effect } from '../src/effect.ts'
import { screaming } from '../src/schema/difference.ts'
import { type Limit, limits } from '../src/schema/shape.ts'
import { type Example, example, number, text } from './example.ts'

const prefixes: Record<string, string> = {
  string: 'STRING_TYPE',
  array: 'ARRAY_TYPE',
  object: 'OBJECT_TYPE',
  integer: 'NUMBER_TYPE',
}

/** A bound appears, goes, rises and falls. */
export const limited = (Object.keys(limits) as Limit[]).flatMap(limit => {
  const isFrom = limits[limit].bounds === 'from'
  const name = screaming(limit)
  const apicurio = `${prefixes[limits[limit].of[0]]}_${name}`
  const type = [...limits[limit].of][0] === 'integer' ? 'number' : limits[limit].of[0]
  const [stricter, looser]: Effect[] = ['narrows', 'widens']
  return [
    example(`${name}_ADDED`, stricter, { type }, { type, [limit]: 3 }, `${apicurio}_ADDED`),
    example(`${name}_REMOVED`, looser, { type, [limit]: 3 }, { type }, `${apicurio}_REMOVED`),
    example(
      `${name}_INCREASED`,
      isFrom ? stricter : looser,
      { type, [limit]: 3 },
      { type, [limit]: 4 },
      `${apicurio}_INCREASED`,
    ),
    example(
      `${name}_DECREASED`,
      isFrom ? looser : stricter,
      { type, [limit]: 3 },
      { type, [limit]: 2 },
      `${apicurio}_DECREASED`,
    ),
  ]
})

export const scalars: readonly Example[] = [
  example('TYPE_CHANGED', 'both', text, { type: 'integer' }, 'SUBSCHEMA_TYPE_CHANGED'),
  example(
    'TYPE_NARROWED',
    'narrows',
    number,
    { type: 'integer' },
    'NUMBER_TYPE_INTEGER_REQUIRED_FALSE_TO_TRUE',
  ),
  example(
    'TYPE_EXTENDED',
    'widens',
    { type: 'integer' },
    number,
    'NUMBER_TYPE_INTEGER_REQUIRED_TRUE_TO_FALSE',
  ),
  example('TYPE_EXTENDED', 'widens', text, true, 'SUBSCHEMA_TYPE_CHANGED_TO_EMPTY_OR_TRUE'),
  example(
    'EXCLUSIVE_MINIMUM_ADDED',
    'narrows',
    { ...number, minimum: 3 },
    { ...number, exclusiveMinimum: 3 },
    'NUMBER_TYPE_IS_MINIMUM_EXCLUSIVE_FALSE_TO_TRUE',
  ),
  example(
    'MINIMUM_ADDED',
    'widens',
    { ...number, exclusiveMinimum: 3 },
    { ...number, minimum: 3 },
    'NUMBER_TYPE_IS_MINIMUM_EXCLUSIVE_TRUE_TO_FALSE',
  ),
  example(
    'EXCLUSIVE_MAXIMUM_ADDED',
    'narrows',
    { ...number, maximum: 3 },
    { ...number, exclusiveMaximum: 3 },
    'NUMBER_TYPE_IS_MAXIMUM_EXCLUSIVE_FALSE_TO_TRUE',
  ),
  example(
    'MAXIMUM_ADDED',
    'widens',
    { ...number, exclusiveMaximum: 3 },
    { ...number, maximum: 3 },
    'NUMBER_TYPE_IS_MAXIMUM_EXCLUSIVE_TRUE_TO_FALSE',
  ),
  example(
    'MULTIPLE_OF_ADDED',
    'narrows',
    number,
    { ...number, multipleOf: 2 },
    'NUMBER_TYPE_MULTIPLE_OF_ADDED',
  ),
  example(
    'MULTIPLE_OF_REMOVED',
    'widens',
    { ...number, multipleOf: 2 },
    number,
    'NUMBER_TYPE_MULTIPLE_OF_REMOVED',
  ),
  example(
    'MULTIPLE_OF_EXPANDED',
    'narrows',
    { ...number, multipleOf: 2 },
    { ...number, multipleOf: 4 },
    'NUMBER_TYPE_MULTIPLE_OF_UPDATED_IS_NOT_DIVISIBLE',
  ),
  example(
    'MULTIPLE_OF_REDUCED',
    'widens',
    { ...number, multipleOf: 4 },
    { ...number, multipleOf: 2 },
    'NUMBER_TYPE_MULTIPLE_OF_UPDATED_IS_DIVISIBLE',
  ),
  example('MULTIPLE_OF_CHANGED', 'both', { ...number, multipleOf: 2 }, { ...number, multipleOf: 3 }),
  ...(['pattern', 'format', 'contentEncoding', 'contentMediaType', 'contentSchema'] as const).flatMap(
    keyword => {
      const [one, other] =
        keyword === 'contentSchema' ? [{ type: 'object' }, { type: 'array' }] : ['date', 'time']
      const name = screaming(keyword)
      const answers = keyword === 'contentSchema' ? '' : `STRING_TYPE_${name}`
      const also = (suffix: string) => (answers ? `${answers}_${suffix}` : '')
      return [
        example(`${name}_ADDED`, 'narrows', text, { ...text, [keyword]: one }, also('ADDED')),
        example(`${name}_REMOVED`, 'widens', { ...text, [keyword]: one }, text, also('REMOVED')),
        example(
          `${name}_CHANGED`,
          'both',
          { ...text, [keyword]: one },
          { ...text, [keyword]: other },
          also('CHANGED'),
        ),
      ]
    },
  ),
  example(
    'ENUM_ARRAY_NARROWED',
    'narrows',
    { enum: [1, 2] },
    { enum: [1] },
    'ENUM_TYPE_VALUES_MEMBER_REMOVED',
  ),
  example(
    'ENUM_ARRAY_EXTENDED',
    'widens',
    { enum: [1] },
    { enum: [1, 2] },
    'ENUM_TYPE_VALUES_MEMBER_ADDED ENUM_TYPE_VALUES_CHANGED',
  ),
  example('ENUM_ARRAY_CHANGED', 'both', { const: 1 }, { const: 2 }, 'CONST_TYPE_VALUE_CHANGED'),
  example('ENUM_ARRAY_ADDED', 'narrows', { type: 'integer' }, { type: 'integer', enum: [1] }),
  example('ENUM_ARRAY_REMOVED', 'widens', { type: 'integer', enum: [1] }, { type: 'integer' }),
  example('TITLE_CHANGED', 'none', { title: 'A' }, { title: 'B' }),
  example('DESCRIPTION_CHANGED', 'none', {}, { description: 'B' }),
  example('DEFAULT_CHANGED', 'none', { default: 1 }, { default: 2 }),
  example('ID_CHANGED', 'none', { $id: 'https://a.vn/1' }, { $id: 'https://a.vn/2' }),
  example('REFERENCE_ADDED', 'narrows', {}, { $ref: 'https://a.vn/1' }, 'REFERENCE_TYPE_TARGET_SCHEMA_ADDED'),
  example(
    'REFERENCE_REMOVED',
    'widens',
    { $ref: 'https://a.vn/1' },
    {},
    'REFERENCE_TYPE_TARGET_SCHEMA_REMOVED',
  ),
  example('REFERENCE_CHANGED', 'both', { $ref: 'https://a.vn/1' }, { $ref: 'https://a.vn/2' }),
]
