import type { EntityNode, FieldNode, FieldType, Json, JsonObject, SchemaNode } from '@lienthong/plugin-sdk'
import { isObject } from './nodes.ts'
import { personalDataOf } from './personal-data.ts'

type Resolve = (ref: string) => SchemaNode | undefined

/** How many references one field may lead through; circles end here. */
const maxHops = 10

/** Schemas with properties as entities. */
export const schemaEntity = (node: SchemaNode): EntityNode | null => {
  if (!isObject(node.value.properties)) return null
  const { title, description } = node.value
  const value = {
    name: String(node.key ?? ''),
    title: textOf(title),
    description: textOf(description),
    personalData: personalDataOf(around(node)),
  }
  return { unit: node.unit, path: node.path, value, language: 'json-schema' }
}

/** The schema and those around it, the nearest first. */
const around = (node: SchemaNode): JsonObject[] => [node.value, ...(node.parent ? around(node.parent) : [])]

/** A property as a field of its entity, its reference followed. */
export const schemaField = (node: SchemaNode, entity: EntityNode, resolve: Resolve): FieldNode => {
  const { value: merged, definition } = follow(node.value, resolve)
  const required = node.parent?.value.required
  const values = [merged.enum, merged.const === undefined ? undefined : [merged.const]].find(Array.isArray)
  const value = {
    name: String(node.key),
    title: textOf(merged.title),
    description: textOf(merged.description),
    type: typeOf(merged),
    format: textOf(merged.format),
    pattern: textOf(merged.pattern),
    minLength: numberOf(merged.minLength),
    maxLength: numberOf(merged.maxLength),
    values: values ? scalars(values) : null,
    examples: Array.isArray(merged.examples) ? scalars(merged.examples) : [],
    isRequired: Array.isArray(required) && required.includes(String(node.key)),
    hasDefault: false,
    isDeprecated: merged.deprecated === true,
    definition,
    personalData: personalDataOf([merged, ...around(node).slice(1)]),
  }
  return { unit: node.unit, path: node.path, value, language: 'json-schema', entity }
}

/** What a schema and everything it refers to say together; the nearer wins. */
const follow = (schema: JsonObject, resolve: Resolve): { value: JsonObject; definition: string | null } => {
  let value = schema
  let definition: string | null = null
  let ref = refOf(schema)
  for (let hop = 0; ref !== null && hop < maxHops; hop++) {
    const target = resolve(ref)
    if (!target) break
    definition ??= target.role === 'definition' ? String(target.key) : null
    value = { ...target.value, ...value }
    ref = refOf(target.value)
  }
  return { value, definition }
}

/** `$ref`, or the only one among `allOf`. */
const refOf = ({ $ref, allOf }: JsonObject): string | null => {
  if (typeof $ref === 'string') return $ref
  const refs = (Array.isArray(allOf) ? allOf : []).flatMap((item: Json) =>
    isObject(item) && typeof item.$ref === 'string' ? [item.$ref] : [],
  )
  return refs.length === 1 ? (refs[0] ?? null) : null
}

const textOf = (value: Json | undefined) => (typeof value === 'string' ? value : null)
const numberOf = (value: Json | undefined) => (typeof value === 'number' ? value : null)
const scalars = (values: readonly Json[]) =>
  values.filter(value => typeof value === 'string' || typeof value === 'number').map(String)

const typeOf = ({ type, format, contentEncoding }: JsonObject): FieldType => {
  const names = [type].flat().filter(name => name !== 'null')
  switch (names.length === 1 ? names[0] : null) {
    case 'string':
      if (format === 'date') return 'date'
      if (format === 'date-time') return 'timestamp'
      return contentEncoding === undefined ? 'text' : 'binary'
    case 'integer':
      return 'integer'
    case 'number':
      return 'decimal'
    case 'boolean':
      return 'boolean'
    case 'object':
      return 'object'
    case 'array':
      return 'array'
    default:
      return 'unknown'
  }
}
