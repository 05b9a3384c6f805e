import type { InputData } from '@lienthong/plugin-sdk'
import { type InputRevisions, sharedInputs } from '../inputs/input-names.ts'
import { edited } from '../models/edit-between.ts'
import type { CheckOrder } from './finding.ts'
import type { PublishedText } from './published.ts'

/** The text that an order means. Throws when it builds on another. */
export const textOf = ({ text }: CheckOrder, before: string | null): string => {
  if (typeof text === 'string') return text
  if (before?.length !== text.of)
    throw new Error('the text that was edited is not the one that was handed in')
  return edited(before, text)
}

/** The published version that an order names. Throws when it was not handed in. */
export const publishedOf = (
  { published }: CheckOrder,
  before: PublishedText | null,
): PublishedText | null => {
  if (published === null || 'text' in published) return published
  const { revision } = published
  if (before?.revision !== revision) throw new Error(`the published version ${revision} was not handed in`)
  return before
}

/** The inputs that an order names. Throws when one was not handed in. */
export const inputsOf = (named: InputRevisions, held: InputData): InputData =>
  Object.fromEntries(
    sharedInputs.flatMap(name => {
      const revision = named[name]
      if (revision === undefined) return []
      if (held[name]?.revision !== revision) throw new Error(`${name} of ${revision} was not handed in`)
      return [[name, held[name]]]
    }),
  )
