import type { Json } from '@lienthong/plugin-sdk'

/** A text that equal values have in common: of objects the order of names does not count. */
export const textOf = (value: Json): string =>
  typeof value === 'object' && value !== null
    ? JSON.stringify(value, (_, part: Json) => (isPlainObject(part) ? sorted(part) : part))
    : JSON.stringify(value)

export const isSame = (one: Json, other: Json): boolean =>
  one === other || (typeof one === 'object' && typeof other === 'object' && textOf(one) === textOf(other))

const isPlainObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (value: { readonly [key: string]: Json }): Json =>
  Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
