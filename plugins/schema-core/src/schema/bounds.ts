import type { JsonObject } from '@lienthong/plugin-sdk'
import { typesOf } from '../fit/types.ts'

/** The keyword at which two bounds exclude every value, and their values. */
export interface EmptyRange {
  readonly key: string
  readonly from: number
  readonly to: number
}

interface Bound {
  readonly key: string
  readonly at: number
  readonly isExclusive: boolean
}

/** Bounds of numbers that leave nothing between them, apart from `minimum` above `maximum`, which is said as such. */
export function emptyRange(schema: JsonObject): EmptyRange | undefined {
  const low = tighter(
    bound(schema, 'minimum'),
    bound(schema, 'exclusiveMinimum'),
    (one, other) => one - other,
  )
  const high = tighter(
    bound(schema, 'maximum'),
    bound(schema, 'exclusiveMaximum'),
    (one, other) => other - one,
  )
  if (!low || !high || (!low.isExclusive && !high.isExclusive)) return undefined
  const types = typesOf(schema)
  const isOfIntegers = types.length > 0 && types.every(type => type === 'integer')
  const isEmpty = isOfIntegers ? firstInteger(low) > lastInteger(high) : low.at >= high.at
  return isEmpty ? { key: high.isExclusive ? high.key : low.key, from: low.at, to: high.at } : undefined
}

function bound(schema: JsonObject, key: string): Bound | undefined {
  const at = schema[key]
  return typeof at === 'number' ? { key, at, isExclusive: key.startsWith('exclusive') } : undefined
}

/** Of equal ones the exclusive is the tighter. */
function tighter(
  plain: Bound | undefined,
  exclusive: Bound | undefined,
  compare: (one: number, other: number) => number,
): Bound | undefined {
  if (!plain || !exclusive) return plain ?? exclusive
  return compare(plain.at, exclusive.at) > 0 ? plain : exclusive
}

const firstInteger = ({ at, isExclusive }: Bound) => (isExclusive ? Math.floor(at) + 1 : Math.ceil(at))
const lastInteger = ({ at, isExclusive }: Bound) => (isExclusive ? Math.ceil(at) - 1 : Math.floor(at))
