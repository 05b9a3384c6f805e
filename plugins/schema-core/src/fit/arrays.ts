import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import type { Judging, Place } from './judging.ts'
import { textOf } from './same.ts'
import { because } from './scalars.ts'
import { isList } from './types.ts'
import { allOf, isMisfit, type Verdict } from './verdict.ts'

/** Whether a list fits: its length, its items by place, and what it has to contain. */
export function fitsAsList(
  value: readonly Json[],
  schema: JsonObject,
  place: Place,
  fitting: Judging,
): Verdict {
  const { minItems, maxItems, uniqueItems } = schema
  const below = place.below
  if (typeof minItems === 'number' && value.length < minItems) {
    return {
      below,
      ...because(`có ít hơn ${minItems} phần tử`, `it has too few items: at least ${minItems}`),
    }
  }
  if (typeof maxItems === 'number' && value.length > maxItems) {
    return {
      below,
      ...because(`có nhiều hơn ${maxItems} phần tử`, `it has too many items: at most ${maxItems}`),
    }
  }
  const second = uniqueItems === true ? secondOfTwo(value, fitting) : undefined
  if (second !== undefined) {
    return { below: [...below, second], ...because('phần tử bị lặp lại', 'the item is there twice') }
  }
  const items = allOf(value, (item, index) =>
    fitting.judge(item, schemaOfItem(schema, index), fitting.within(place, index)),
  )
  return isMisfit(items)
    ? items
    : allOf([items, containing(value, schema, place, fitting)], verdict => verdict)
}

function secondOfTwo(items: readonly Json[], fitting: Judging): number | undefined {
  const seen = new Set<string>()
  for (const [index, item] of items.entries()) {
    const text = textOf(item)
    if (!fitting.afford(text.length)) return undefined
    if (seen.has(text)) return index
    seen.add(text)
  }
  return undefined
}

/** By place, as 2020-12 says it (`prefixItems`) or as the drafts before did (a list in `items`). */
function schemaOfItem({ prefixItems, items, additionalItems }: JsonObject, index: number): Json | undefined {
  const first = isList(prefixItems) ? prefixItems : isList(items) ? items : []
  if (index < first.length) return first[index]
  return isList(items) ? additionalItems : items
}

function containing(value: readonly Json[], schema: JsonObject, place: Place, fitting: Judging): Verdict {
  const { contains, minContains = 1, maxContains } = schema
  if (contains === undefined) return 'fits'
  let certain = 0
  let possible = 0
  for (const [index, item] of value.entries()) {
    const verdict = fitting.judge(item, contains, fitting.within(place, index))
    if (verdict === 'fits') certain++
    if (!isMisfit(verdict) || verdict.isByFormat) possible++
  }
  const below = place.below
  if (typeof minContains === 'number' && possible < minContains) {
    return {
      below,
      ...because('thiếu phần tử mà "contains" đòi hỏi', 'it lacks an item that "contains" demands'),
    }
  }
  if (typeof maxContains === 'number' && certain > maxContains) {
    return { below, ...because('quá nhiều phần tử hợp với "contains"', 'too many items fit "contains"') }
  }
  return certain === possible ? 'fits' : 'unknown'
}
