import type { Json, JsonObject } from '@lienthong/plugin-sdk'
import { isObject } from '../schema/document.ts'
import { at, type Case, Evaluated, type Judge, named, numberAt, Unknowable } from './judge.ts'

export const checkObject = (judge: Judge, own: Case, value: Json): boolean => {
  if (!isObject(value)) return true
  const names = Object.keys(value)
  const { keywords } = own
  return (
    names.length >= (numberAt(keywords, 'minProperties') ?? 0) &&
    names.length <= (numberAt(keywords, 'maxProperties') ?? Infinity) &&
    textsAt(keywords.get('required')?.value).every(name => Object.hasOwn(value, name)) &&
    hasDependencies(judge, own, value) &&
    at(own, 'propertyNames').every(schema => names.every(name => judge.accepts(schema, name))) &&
    checkMembers(judge, own, value)
  )
}

const textsAt = (list: Json | undefined): readonly string[] =>
  Array.isArray(list) ? list.filter((one: Json): one is string => typeof one === 'string') : []

const hasDependencies = (judge: Judge, own: Case, value: JsonObject): boolean => {
  const lists = own.keywords.get('dependentRequired')?.value
  const isListed = Object.entries(isObject(lists) ? lists : {}).every(
    ([name, others]) =>
      !Object.hasOwn(value, name) || textsAt(others).every(other => Object.hasOwn(value, other)),
  )
  return (
    isListed &&
    [...named(own, 'dependentSchemas')].every(([name, schema]) => {
      if (!Object.hasOwn(value, name)) return true
      const inner = new Evaluated()
      const isAccepted = judge.accepts(schema, value, inner)
      own.evaluated.add(inner)
      return isAccepted
    })
  )
}

const checkMembers = (judge: Judge, own: Case, value: JsonObject): boolean => {
  const properties = named(own, 'properties')
  const patterns = [...named(own, 'patternProperties')]
  const [additional] = at(own, 'additionalProperties')
  const [unevaluated] = at(own, 'unevaluatedProperties')
  return Object.entries(value).every(([name, member]) => {
    const declared = properties.get(name)
    const matching = patterns.filter(([pattern]) => matches(judge, pattern, name)).map(([, schema]) => schema)
    const schemas = [...(declared ? [declared] : []), ...matching]
    if (schemas.length === 0 && additional) schemas.push(additional)
    if (schemas.length === 0 && unevaluated && !own.evaluated.names.has(name)) schemas.push(unevaluated)
    if (schemas.length > 0) own.evaluated.names.add(name)
    return schemas.every(schema => judge.accepts(schema, member))
  })
}

const matches = ({ patterns }: Judge, pattern: string, name: string): boolean => {
  const isMatched = patterns.matches(pattern, name)
  if (isMatched === undefined) throw new Unknowable()
  return isMatched
}
