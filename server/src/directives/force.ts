import type { DirectiveStatus } from '@lienthong/protocol'
import type { DirectiveRow } from './directive.entity.ts'

/** The status on a day: what is stored, until force ends; from then on the directive is repealed, or expired if that was said (rule N12). */
export const statusOn = (day: string, { status, validTo }: DirectiveRow): DirectiveStatus =>
  validTo !== null && validTo <= day && status !== 'expired' ? 'repealed' : status

/** The same for a query whose directives are called `directive`, with `:today` as its parameter. */
export const statusOnDay =
  "CASE WHEN directive.validTo <= :today AND directive.status <> 'expired' THEN 'repealed' ELSE directive.status END"
