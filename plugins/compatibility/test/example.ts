import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import type { Effect } from '../src/effect.ts'
import type { DifferenceType } from '../src/schema/difference.ts'

/** Two versions of a schema, the difference that is to be found, and what the catalogues call it beside that. */
export interface Example {
  readonly type: DifferenceType
  readonly effect: Effect
  readonly old: Json
  readonly new: Json
  readonly answers: readonly string[]
}

export const example = (
  type: DifferenceType,
  effect: Effect,
  old: Json,
  young: Json,
  answers = '',
): Example => ({
  type,
  effect,
  old,
  new: young,
  answers: answers.split(' ').filter(Boolean),
})

export const closed = { additionalProperties: false }
export const partial = { additionalProperties: { type: 'string' } }
export const a = (schema: Json): JsonObject => ({ properties: { a: schema } })
export const text = { type: 'string' }
export const number = { type: 'number' }
