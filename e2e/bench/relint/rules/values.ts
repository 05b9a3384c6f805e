import { definePlugin, type Json } from '@lienthong/plugin-sdk'
import { rule } from './reporting.ts'

const bounds = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
] as const
const bounding = ['maxLength', 'enum', 'format', 'pattern', 'const']

const isOf: Record<string, (value: Json) => boolean> = {
  string: value => typeof value === 'string',
  integer: value => Number.isInteger(value),
  number: value => typeof value === 'number',
  boolean: value => typeof value === 'boolean',
  array: value => Array.isArray(value),
}

/** Five of the fifteen rules that the peers are given too. */
export default definePlugin({
  rules: {
    'enum-unique': rule(
      'The same value twice',
      ({ value }) => Array.isArray(value.enum) && new Set(value.enum).size < value.enum.length,
    ),
    'string-bounded': rule(
      'No maxLength, format, pattern or enum',
      ({ value }) => value.type === 'string' && !bounding.some(key => Object.hasOwn(value, key)),
    ),
    'array-items': rule(
      'Must declare items',
      ({ value }) => value.type === 'array' && !Object.hasOwn(value, 'items'),
    ),
    'minimum-below-maximum': rule('The minimum is above the maximum', ({ value }) =>
      bounds.some(([least, most]) => Number(value[least]) > Number(value[most])),
    ),
    'default-valid': rule('The default does not fit', ({ value }) => {
      if (value.default === undefined || typeof value.type !== 'string') return false
      return isOf[value.type]?.(value.default) === false
    }),
  },
})
