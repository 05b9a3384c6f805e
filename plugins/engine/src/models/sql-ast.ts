import type { SqlName } from '@lienthong/plugin-sdk'

/** A node of libpg-query's tree: one key, its kind, with the fields behind it. Read defensively: the tree is another project's. */
export type Ast = Readonly<Record<string, unknown>>

export const isAst = (value: unknown): value is Ast =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const astAt = (value: unknown, ...keys: readonly string[]): Ast => {
  let found: unknown = value
  for (const key of keys) found = isAst(found) ? found[key] : undefined
  return isAst(found) ? found : {}
}

export const listAt = (value: unknown, ...keys: readonly string[]): readonly unknown[] => {
  const last = keys.at(-1)
  const found = last === undefined ? value : astAt(value, ...keys.slice(0, -1))[last]
  return Array.isArray(found) ? found : []
}

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const stringsAt = (value: unknown, ...keys: readonly string[]): readonly string[] =>
  listAt(value, ...keys).flatMap(item => textOf(astAt(item, 'String').sval) ?? [])

export const locationOf = (value: Ast): number => (typeof value.location === 'number' ? value.location : 0)

export const rangeVarName = (value: Ast): SqlName => ({
  schema: textOf(value.schemaname),
  name: textOf(value.relname) ?? '',
})

/** A dotted name: the last part is the name, the one before it the schema. */
export const dottedName = (parts: readonly string[]): SqlName => ({
  schema: parts.at(-2) ?? null,
  name: parts.at(-1) ?? '',
})

/** Every relation that a query reads, but those that it names itself in `with`. */
export const relationsIn = (query: unknown): readonly SqlName[] => {
  const found = new Map<string, SqlName>()
  const own = new Set<string>()
  for (const [kind, ast] of nodesIn(query)) {
    if (kind === 'CommonTableExpr') own.add(textOf(ast.ctename) ?? '')
    if (kind !== 'RangeVar') continue
    const name = rangeVarName(ast)
    found.set(`${name.schema ?? ''}.${name.name}`, name)
  }
  return [...found.values()].filter(({ schema, name }) => schema !== null || !own.has(name))
}

/** The columns that expressions name, in their order. Those of a query within are its own business, and words of a type are none. */
export const columnsIn = (...expressions: readonly unknown[]): readonly string[] => {
  const found = new Set<string>()
  for (const expression of expressions) addColumns(expression, found)
  return [...found]
}

const addColumns = (value: unknown, found: Set<string>): void => {
  if (Array.isArray(value)) for (const item of value) addColumns(item, found)
  if (!isAst(value)) return
  // The table may stand in front; a `*` is no name.
  for (const name of stringsAt(listAt(value, 'ColumnRef', 'fields').slice(-1))) found.add(name)
  for (const [kind, item] of Object.entries(value))
    if (kind !== 'ColumnRef' && kind !== 'SubLink' && kind !== 'typeName') addColumns(item, found)
}

/** Every node below a value with its kind. */
function* nodesIn(value: unknown): Generator<[string, Ast]> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item)
  if (!isAst(value)) return
  for (const [kind, item] of Object.entries(value)) {
    if (isAst(item)) yield [kind, item]
    yield* nodesIn(item)
  }
}
