import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import { type Example, example, number, text } from './example.ts'

const C = 'CONDITIONAL_TYPE'
const when = (condition: Json, branches: JsonObject): Json => ({ if: condition, ...branches })
const yes = 'then'
const branch = (of: 'then' | 'else', suffix: string) => `${C}_${of.toUpperCase()}_SCHEMA_${suffix}`
const short = { maxLength: 3 }
const shorter = { maxLength: 2 }
export const combinations: readonly Example[] = [
  example(
    'COMBINED_TYPE_EXTENDED',
    'none',
    text,
    { anyOf: [text, number] },
    'COMBINED_TYPE_CRITERION_EXTENDED',
  ),
  example(
    'COMBINED_TYPE_CHANGED',
    'narrows',
    {},
    { anyOf: [short, number] },
    'COMBINED_TYPE_CRITERION_CHANGED COMBINED_TYPE_CRITERION_NARROWED',
  ),
  example(
    'SUM_TYPE_EXTENDED',
    'widens',
    { anyOf: [text, number] },
    { anyOf: [text, number, { type: 'null' }] },
    'COMBINED_TYPE_ANY_OF_SIZE_INCREASED COMBINED_TYPE_ONE_OF_SIZE_INCREASED',
  ),
  example(
    'SUM_TYPE_NARROWED',
    'narrows',
    { oneOf: [text, number, { type: 'null' }] },
    { oneOf: [text, number] },
    'COMBINED_TYPE_ANY_OF_SIZE_DECREASED COMBINED_TYPE_ONE_OF_SIZE_DECREASED',
  ),
  example(
    'COMBINED_TYPE_SUBSCHEMAS_CHANGED',
    'both',
    { oneOf: [short, { minLength: 1 }] },
    { oneOf: [shorter, { minLength: 1 }] },
    'COMBINED_TYPE_SUBSCHEMA_NOT_COMPATIBLE',
  ),
  example(
    'MAX_LENGTH_ADDED',
    'narrows',
    { allOf: [text] },
    { allOf: [text, short] },
    'PRODUCT_TYPE_EXTENDED COMBINED_TYPE_ALL_OF_SIZE_INCREASED',
  ),
  example(
    'MAX_LENGTH_REMOVED',
    'widens',
    { allOf: [text, short] },
    { allOf: [text] },
    'PRODUCT_TYPE_NARROWED COMBINED_TYPE_ALL_OF_SIZE_DECREASED',
  ),
  example(
    'NOT_TYPE_EXTENDED',
    'narrows',
    { not: shorter },
    { not: short },
    'NOT_TYPE_SCHEMA_COMPATIBLE_BACKWARD_NOT_FORWARD',
  ),
  example(
    'NOT_TYPE_NARROWED',
    'widens',
    { not: short },
    { not: shorter },
    'NOT_TYPE_SCHEMA_COMPATIBLE_FORWARD_NOT_BACKWARD',
  ),
  example(
    'NOT_TYPE_CHANGED',
    'both',
    { not: { type: 'null' } },
    { not: { type: 'boolean' } },
    'NOT_TYPE_SCHEMA_COMPATIBLE_NONE',
  ),
  example('CONDITIONAL_ADDED', 'narrows', {}, when(text, { [yes]: short }), `${C}_IF_SCHEMA_ADDED`),
  example('CONDITIONAL_REMOVED', 'widens', when(text, { [yes]: short }), {}, `${C}_IF_SCHEMA_REMOVED`),
  example(
    'CONDITIONAL_IF_CHANGED',
    'both',
    when(short, { [yes]: text }),
    when(shorter, { [yes]: text }),
    `${C}_IF_SCHEMA_COMPATIBLE_BACKWARD_NOT_FORWARD ${C}_IF_SCHEMA_COMPATIBLE_FORWARD_NOT_BACKWARD ${C}_IF_SCHEMA_COMPATIBLE_NONE`,
  ),
  ...(['then', 'else'] as const).flatMap(of => [
    example('SCHEMA_ADDED', 'narrows', when(text, {}), when(text, { [of]: short }), branch(of, 'ADDED')),
    example('SCHEMA_REMOVED', 'widens', when(text, { [of]: short }), when(text, {}), branch(of, 'REMOVED')),
    example(
      'MAX_LENGTH_DECREASED',
      'narrows',
      when(text, { [of]: short }),
      when(text, { [of]: shorter }),
      branch(of, 'COMPATIBLE_FORWARD_NOT_BACKWARD'),
    ),
    example(
      'MAX_LENGTH_INCREASED',
      'widens',
      when(text, { [of]: shorter }),
      when(text, { [of]: short }),
      branch(of, 'COMPATIBLE_BACKWARD_NOT_FORWARD'),
    ),
    example(
      'TYPE_CHANGED',
      'both',
      when(text, { [of]: { type: 'null' } }),
      when(text, { [of]: { type: 'boolean' } }),
      branch(of, 'COMPATIBLE_NONE'),
    ),
  ]),
]
