import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import type { Judging, Place } from './judging.ts'
import { because } from './scalars.ts'
import { isList } from './types.ts'
import { allOf, isMisfit, type Misfit, type Verdict } from './verdict.ts'

/** Whether a value fits what a schema combines: all, any or one of several, none, or one for each case. */
export function fitsBranches(value: Json, schema: JsonObject, place: Place, fitting: Judging): Verdict {
  const judge = (branch: Json | undefined) => fitting.judge(value, branch, place)
  const { allOf: all, anyOf: any, oneOf: one, not } = schema
  return allOf(
    [
      () => (isList(all) ? allOf(all, judge) : 'fits'),
      () => (isList(any) ? anyOf(any.map(judge), place) : 'fits'),
      () => (isList(one) ? oneOf(one.map(judge), place) : 'fits'),
      () => (not === undefined ? 'fits' : noneOf(judge(not), place)),
      () => inCase(schema, judge),
    ],
    fits => fits(),
  )
}

function anyOf(verdicts: readonly Verdict[], place: Place): Verdict {
  if (verdicts.includes('fits') || verdicts.length === 0) return 'fits'
  return verdicts.includes('unknown') ? 'unknown' : nearestOf(verdicts.filter(isMisfit), 'anyOf', place)
}

function oneOf(verdicts: readonly Verdict[], place: Place): Verdict {
  if (verdicts.length === 0) return 'fits'
  const fitting = verdicts.filter(verdict => verdict === 'fits').length
  if (fitting > 1) {
    return {
      below: place.below,
      ...because('hợp với hơn một nhánh của "oneOf"', 'it fits more than one branch of "oneOf"'),
    }
  }
  if (verdicts.includes('unknown')) return 'unknown'
  return fitting === 1 ? 'fits' : nearestOf(verdicts.filter(isMisfit), 'oneOf', place)
}

/** The branch that was meant, where all others are of other types. */
function nearestOf(misfits: readonly Misfit[], keyword: string, { below }: Place): Misfit {
  const near = misfits.filter(one => !one.isOfType || one.below.length > below.length)
  const [only = misfits[0]] = near
  if (only && (near.length === 1 || misfits.length === 1)) return only
  const isByFormat = misfits.some(misfit => misfit.isByFormat)
  return {
    ...{ below, isByFormat, isOfType: near.length === 0 },
    ...because(`không hợp với nhánh nào của "${keyword}"`, `it fits no branch of "${keyword}"`),
  }
}

function noneOf(verdict: Verdict, { below }: Place): Verdict {
  if (verdict === 'fits')
    return { below, ...because('hợp với điều mà "not" cấm', 'it fits what "not" forbids') }
  return isMisfit(verdict) && !verdict.isByFormat ? 'fits' : 'unknown'
}

function inCase(schema: JsonObject, judge: (branch: Json | undefined) => Verdict): Verdict {
  if (schema.if === undefined || (schema.then === undefined && schema.else === undefined)) return 'fits'
  const verdict = judge(schema.if)
  if (verdict === 'unknown' || (isMisfit(verdict) && verdict.isByFormat)) return 'unknown'
  return judge(verdict === 'fits' ? schema.then : schema.else)
}
