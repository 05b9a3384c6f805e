import { type Ast, isAst } from './sql-ast.ts'

/** Where something is written, which is no part of what it says. */
const isPlace = (key: string) => /(?:^|_)(?:location|list_start|list_end)$/.test(key)

/** What a tree says as a text that is the same wherever the same is written in another layout; '' for nothing. */
export const formOf = (value: unknown): string => {
  const plain = withoutPlaces(value)
  const isNothing = plain === undefined || (isAst(plain) && Object.keys(plain).length === 0)
  return isNothing ? '' : JSON.stringify(plain)
}

/** The form of a node but for the keys that have been read. */
export const restOf = (ast: Ast, ...read: readonly string[]): string =>
  formOf(Object.fromEntries(Object.entries(ast).filter(([key]) => !read.includes(key))))

const withoutPlaces = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (!isAst(value)) return value
  const said = Object.entries(value)
    .filter(([key, item]) => !isPlace(key) && !(key === 'schemaname' && item === 'public'))
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(said.map(([key, item]) => [key, withoutPlaces(item)]))
}
