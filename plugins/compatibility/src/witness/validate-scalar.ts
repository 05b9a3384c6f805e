import type { Json } from '@lienthong/plugin-sdk'
import type { Keywords } from '../schema/keywords.ts'
import { formats } from './formats.ts'
import { type Judge, numberAt, Unknowable } from './judge.ts'

export const checkText = ({ patterns }: Judge, keywords: Keywords, value: Json): boolean => {
  if (typeof value !== 'string') return true
  const length = [...value].length
  const pattern = keywords.get('pattern')?.value
  const format = keywords.get('format')?.value
  if (length < (numberAt(keywords, 'minLength') ?? 0)) return false
  if (length > (numberAt(keywords, 'maxLength') ?? Infinity)) return false
  if (typeof format === 'string' && formats.get(format)?.fits(value) === false) return false
  if (typeof pattern !== 'string') return true
  const isMatched = patterns.matches(pattern, value)
  if (isMatched === undefined) throw new Unknowable()
  return isMatched
}

export const checkNumber = (keywords: Keywords, value: Json): boolean => {
  if (typeof value !== 'number') return true
  const multiple = numberAt(keywords, 'multipleOf')
  return (
    value >= (numberAt(keywords, 'minimum') ?? -Infinity) &&
    value <= (numberAt(keywords, 'maximum') ?? Infinity) &&
    value > (numberAt(keywords, 'exclusiveMinimum') ?? -Infinity) &&
    value < (numberAt(keywords, 'exclusiveMaximum') ?? Infinity) &&
    (multiple === undefined || Number.isInteger(value / multiple))
  )
}
