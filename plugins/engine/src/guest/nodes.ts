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
  ) {
    Object.freeze(this)
  }

  get path(): Path {
    return [...(this.parent?.path ?? this.from), ...this.steps]
  }

  get ref(): string {
    return String(this.value.$ref)
  }
}

/** How a keyword holds schemas (one, by name, or in a list), and what they are to the schema around them. */
type Holder = readonly ['one' | 'named' | 'listed', SchemaRole]

const holders: ReadonlyMap<string, Holder> = new Map<string, Holder>([
  ['properties', ['named', 'property']],
  ['$defs', ['named', 'definition']],
  ['definitions', ['named', 'definition']],
  ['patternProperties', ['named', 'other']],
  ['dependentSchemas', ['named', 'other']],
  ['items', ['one', 'item']],
  ['additionalProperties', ['one', 'other']],
  ['not', ['one', 'branch']],
  ['if', ['one', 'branch']],
  ['then', ['one', 'branch']],
  ['else', ['one', 'branch']],
  ['contains', ['one', 'item']],
  ['propertyNames', ['one', 'other']],
  ['unevaluatedItems', ['one', 'item']],
  ['unevaluatedProperties', ['one', 'other']],
  ['allOf', ['listed', 'branch']],
  ['anyOf', ['listed', 'branch']],
  ['oneOf', ['listed', 'branch']],
  ['prefixItems', ['listed', 'item']],
])

/** How a keyword holds schemas; undefined of one that holds none: what stands there is data, whatever it looks like. */
export const holdingOf = (keyword: string): Holder[0] | undefined => holders.get(keyword)?.[0]

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const hasRef = (node: SchemaNode): node is RefNode => typeof node.value.$ref === 'string'

/** The schema of a unit and everything below it, parents first. */
export const schemasOf = (unit: string, base: Path, value: unknown): SchemaNode[] => {
  const found: SchemaNode[] = []
  if (isObject(value)) {
    const role = base.length === 0 ? 'root' : 'definition'
    add(found, new Schema(unit, value, role, base.at(-1) ?? null, null, base, []))
  }
  return found
}

// One list that all add to, and loops: in QuickJS lists of lists cost twice the time.
const add = (found: SchemaNode[], node: Schema): void => {
  found.push(node)
  for (const keyword of Object.keys(node.value)) {
    const holder = holders.get(keyword)
    if (holder) addHeld(found, node, keyword, holder)
  }
}

const addHeld = (found: SchemaNode[], parent: Schema, keyword: string, [how, role]: Holder): void => {
  const held = parent.value[keyword]
  if (how === 'one') addBelow(found, parent, held, role, keyword, [keyword])
  else if (how === 'named' && isObject(held))
    for (const name of Object.keys(held)) addBelow(found, parent, held[name], role, name, [keyword, name])
  else if (how === 'listed' && Array.isArray(held))
    for (let index = 0; index < held.length; index++)
      addBelow(found, parent, held[index], role, index, [keyword, index])
}

/** A definition of the root stands on its own, also where it was not cut into a unit of its own. */
const addBelow = (
  found: SchemaNode[],
  parent: Schema,
  value: Json | undefined,
  role: SchemaRole,
  key: string | number,
  steps: Path,
): void => {
  if (!isObject(value)) return
  const isFree = role === 'definition' && parent.role === 'root'
  add(found, new Schema(parent.unit, value, role, key, isFree ? null : parent, [], steps))
}
