import type { Form } from '../kinds/kind.ts'
import { realFormOf } from './looks-real.ts'

/** A quoted text of SQL, JSON or YAML; comments of SQL are stepped over. */
const quoted = /--[^\n]*|\/\*[\s\S]*?\*\/|'((?:[^'\n]|'')*)'|"((?:[^"\n\\]|\\.)*)"/g

/** A value between quotes that may belong to somebody, with its place in the text. */
export interface RealValue {
  readonly value: string
  readonly form: Form
  readonly from: number
  readonly to: number
}

export const realValuesIn = (text: string): RealValue[] =>
  [...text.matchAll(quoted)].flatMap(({ 1: single, 2: double, index }) => {
    const value = single ?? double ?? ''
    const form = realFormOf(value)
    return form === undefined ? [] : [{ value, form, from: index + 1, to: index + 1 + value.length }]
  })
