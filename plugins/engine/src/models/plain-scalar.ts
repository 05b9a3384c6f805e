import type { Json } from '@lienthong/plugin-sdk'

const integer = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const constants: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['~', null],
  ...['null', 'Null', 'NULL'].map((word): [string, Json] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, Json] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, Json] => [word, false]),
])

/** What a scalar without quotes means in the core schema of YAML 1.2, section 10.3.2; undefined for a number that JSON cannot say. */
export const plainScalar = (words: string): Json | undefined => {
  const constant = constants.get(words)
  if (constant !== undefined) return constant
  if (/^[-+]?\.(?:inf|nan)$/i.test(words)) return undefined
  const isNumber = integer.test(words) || decimal.test(words)
  if (!isNumber) return words
  const value = Number(words)
  return Number.isFinite(value) ? value + 0 : undefined
}
