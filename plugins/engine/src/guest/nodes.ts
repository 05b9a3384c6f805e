import type { Json, JsonObject, Path, RefNode, SchemaNode, SchemaRole } from '@lienthong/plugin-sdk'

/** A subschema. Its path is made when somebody asks. */
class Schema implements SchemaNode {
  constructor(
    readonly unit: string,
    readonly value: JsonObject,
    readonly role: SchemaRole,
    readonly key: string | number | null,
    readonly parent: SchemaNode | null,
    private readonly from: Path,
    private readonly steps: Path,
  ) {}

  get path(): Path {
    return [...(this.parent?.path ?? this.from), ...this.steps]
  }

  get ref(): string {
    return String(this.value.$ref)
  }
}

const named: Readonly<Record<string, SchemaRole>> = {
  properties: 'property',
  $defs: 'definition',
  definitions: 'definition',
  patternProperties: 'other',
  dependentSchemas: 'other',
}
const single: Readonly<Record<string, SchemaRole>> = {
  items: 'item',
  additionalProperties: 'other',
  not: 'branch',
  if: 'branch',
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: 'branch',
  else: 'branch',
  contains: 'item',
  propertyNames: 'other',
  unevaluatedItems: 'item',
  unevaluatedProperties: 'other',
}
const listed: Readonly<Record<string, SchemaRole>> = {
  allOf: 'branch',
  anyOf: 'branch',
  oneOf: 'branch',
  prefixItems: 'item',
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const hasRef = (node: SchemaNode): node is RefNode => typeof node.value.$ref === 'string'

/** The schema of a unit and everything below it, parents first. */
export const schemasOf = (unit: string, base: Path, value: unknown): SchemaNode[] => {
  if (!isObject(value)) return []
  const top = new Schema(
    unit,
    value,
    base.length === 0 ? 'root' : 'definition',
    base.at(-1) ?? null,
    null,
    base,
    [],
  )
  const found: SchemaNode[] = []
  const visit = (node: SchemaNode) => {
    found.push(node)
    for (const child of childrenOf(node)) visit(child)
  }
  visit(top)
  return found
}

const childrenOf = (node: SchemaNode): SchemaNode[] =>
  Object.keys(node.value).flatMap(keyword => childrenAt(node, keyword, node.value[keyword]))

const childrenAt = (node: SchemaNode, keyword: string, value: Json | undefined): SchemaNode[] => {
  const role = single[keyword] ?? named[keyword] ?? listed[keyword]
  if (role === undefined) return []
  if (keyword in single) return isObject(value) ? [below(node, value, role, keyword, [keyword])] : []
  const members = keyword in named ? membersOf(value) : Array.isArray(value) ? [...value.entries()] : []
  return members.flatMap(([key, member]) =>
    isObject(member) ? [below(node, member, role, key, [keyword, key])] : [],
  )
}

const membersOf = (value: Json | undefined): [string | number, Json][] =>
  isObject(value) ? Object.entries(value) : []

/** A definition of the root stands on its own, also where it was not cut into a unit of its own. */
const below = (
  parent: SchemaNode,
  value: JsonObject,
  role: SchemaRole,
  key: string | number,
  steps: Path,
): SchemaNode => {
  const isFree = role === 'definition' && parent.role === 'root'
  return new Schema(parent.unit, value, role, key, isFree ? null : parent, [], steps)
}
