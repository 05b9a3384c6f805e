import type { Json, JsonObject, Patterns } from '@lienthong/plugin-sdk'
import type { Judging, Place } from './judging.ts'
import { because } from './scalars.ts'
import { isList, isObject } from './types.ts'
import { allOf, isMisfit, type Verdict } from './verdict.ts'

/** Whether an object fits: which names it has, and what stands behind each. */
export function fitsAsObject(value: JsonObject, schema: JsonObject, place: Place, fitting: Judging): Verdict {
  const names = Object.keys(value)
  const counted = fitsInNumber(names.length, schema, place)
  if (isMisfit(counted)) return counted
  const needed = allOf([schema.required, ...requiredBy(value, schema)], list => hasAll(value, list, place))
  if (isMisfit(needed)) return needed
  const members = allOf(names, name => fitsAsMember(name, value, schema, place, fitting))
  if (isMisfit(members)) return members
  const further = allOf(schemasBy(value, schema), wanted => fitting.judge(value, wanted, place))
  return isMisfit(further) || further === 'unknown' ? further : members
}

function fitsInNumber(
  count: number,
  { minProperties, maxProperties }: JsonObject,
  { below }: Place,
): Verdict {
  if (typeof minProperties === 'number' && count < minProperties) {
    return {
      below,
      ...because(
        `có ít hơn ${minProperties} thuộc tính`,
        `it has too few properties: at least ${minProperties}`,
      ),
    }
  }
  if (typeof maxProperties === 'number' && count > maxProperties) {
    return {
      below,
      ...because(
        `có nhiều hơn ${maxProperties} thuộc tính`,
        `it has too many properties: at most ${maxProperties}`,
      ),
    }
  }
  return 'fits'
}

function hasAll(value: JsonObject, required: Json | undefined, { below }: Place): Verdict {
  const missing = isList(required)
    ? required.find(name => typeof name === 'string' && !Object.hasOwn(value, name))
    : undefined
  return missing === undefined
    ? 'fits'
    : { below, ...because(`thiếu thuộc tính "${missing}"`, `the property "${missing}" is missing`) }
}

function fitsAsMember(
  name: string,
  value: JsonObject,
  schema: JsonObject,
  place: Place,
  fitting: Judging,
): Verdict {
  const at = fitting.within(place, name)
  const { propertyNames } = schema
  const named = propertyNames === undefined ? 'fits' : fitting.judge(name, propertyNames, at)
  if (isMisfit(named)) return { ...named, isName: true }
  const { found, isSure } = schemasOfMember(name, schema, fitting.patterns)
  if (found.length === 0 && isSure && schema.additionalProperties === false) {
    return {
      below: at.below,
      isName: true,
      ...because(`thuộc tính "${name}" không được phép`, `the property "${name}" is not allowed`),
    }
  }
  const rest = found.length === 0 && isSure ? [schema.additionalProperties] : found
  const verdict = allOf(rest, one => fitting.judge(value[name] ?? null, one, at))
  return verdict === 'fits' && (!isSure || named === 'unknown') ? 'unknown' : verdict
}

/** Not sure where a pattern cannot be tried on the name. */
function schemasOfMember(name: string, { properties, patternProperties }: JsonObject, patterns: Patterns) {
  const found: Json[] = []
  let isSure = true
  if (isObject(properties) && Object.hasOwn(properties, name)) found.push(properties[name] ?? true)
  for (const [pattern, schema] of isObject(patternProperties) ? Object.entries(patternProperties) : []) {
    const isMatch = patterns.matches(pattern, name)
    if (isMatch) found.push(schema)
    if (isMatch === undefined) isSure = false
  }
  return { found, isSure }
}

const dependencyKeywords = ['dependentRequired', 'dependentSchemas', 'dependencies']

/** What those of its names bring along that have dependencies; the older keyword has lists and schemas alike. */
const dependents = (value: JsonObject, schema: JsonObject): Json[] =>
  dependencyKeywords.flatMap(keyword => {
    const dependencies = schema[keyword]
    if (!isObject(dependencies)) return []
    return Object.entries(dependencies).flatMap(([name, one]) => (Object.hasOwn(value, name) ? [one] : []))
  })

const requiredBy = (value: JsonObject, schema: JsonObject): Json[] => dependents(value, schema).filter(isList)

const schemasBy = (value: JsonObject, schema: JsonObject): Json[] =>
  dependents(value, schema).filter(one => !isList(one))
