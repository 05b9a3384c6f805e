import type { JsonObject, LocalText, Patterns } from '@lienthong/plugin-sdk'
import { breaksFormat } from './formats.ts'
import type { Verdict } from './verdict.ts'

export type Why = Omit<Exclude<Verdict, string>, 'below'>

/** Why a text does not fit; `unknown` where its pattern cannot be tried. */
export function unfitText(
  value: string,
  schema: JsonObject,
  patterns: Patterns,
): Why | 'unknown' | undefined {
  const { minLength, maxLength, pattern, format } = schema
  const length = [...value].length
  if (typeof minLength === 'number' && length < minLength) {
    return because(`ngắn hơn ${minLength} ký tự`, `it is shorter than ${minLength} characters`)
  }
  if (typeof maxLength === 'number' && length > maxLength) {
    return because(`dài hơn ${maxLength} ký tự`, `it is longer than ${maxLength} characters`)
  }
  const isMatch = typeof pattern === 'string' ? patterns.matches(pattern, value) : true
  if (isMatch === false) return because(`không khớp mẫu ${pattern}`, `it does not match ${pattern}`)
  if (typeof format === 'string' && breaksFormat(value, format)) {
    return {
      ...because(`không đúng định dạng ${format}`, `it is not in the format ${format}`),
      isByFormat: true,
    }
  }
  return isMatch === undefined ? 'unknown' : undefined
}

/** Why a number does not fit. */
export function unfitNumber(value: number, schema: JsonObject): Why | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  // Until draft 4 the exclusive ones were `true` beside the others.
  const above = exclusiveMinimum === true ? minimum : exclusiveMinimum
  const below = exclusiveMaximum === true ? maximum : exclusiveMaximum
  if (typeof minimum === 'number' && value < minimum) {
    return because(`nhỏ hơn ${minimum}`, `it is less than ${minimum}`)
  }
  if (typeof maximum === 'number' && value > maximum) {
    return because(`lớn hơn ${maximum}`, `it is greater than ${maximum}`)
  }
  if (typeof above === 'number' && value <= above) {
    return because(`không lớn hơn ${above}`, `it is not greater than ${above}`)
  }
  if (typeof below === 'number' && value >= below) {
    return because(`không nhỏ hơn ${below}`, `it is not less than ${below}`)
  }
  if (typeof multipleOf === 'number' && isNoMultiple(value, multipleOf)) {
    return because(`không phải bội số của ${multipleOf}`, `it is no multiple of ${multipleOf}`)
  }
  return undefined
}

/** Beyond so many times the step, binary fractions are too coarse to tell. */
const maxTimes = 1e9

function isNoMultiple(value: number, step: number): boolean {
  const times = Math.abs(value / step)
  // 0.3 is three times 0.1, though 0.3 / 0.1 is 2.9999999999999996.
  return step > 0 && times < maxTimes && Math.abs(times - Math.round(times)) > 1e-6 * Math.min(1, times)
}

export const because = (vi: string, en: string): { readonly why: LocalText } => ({ why: { vi, en } })
