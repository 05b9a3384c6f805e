import { type Ast, isAst } from './sql-ast.ts'
import { sqlTokens } from './sql-lexer.ts'

/** Statements of data, queries, descriptions and the session: what a script makes is the same with and without them. */
const harmless = new Set([
  'CheckPointStmt',
  'ClosePortalStmt',
  'ClusterStmt',
  'CommentStmt',
  'CopyStmt',
  'DeallocateStmt',
  'DeclareCursorStmt',
  'DeleteStmt',
  'DiscardStmt',
  'ExplainStmt',
  'FetchStmt',
  'InsertStmt',
  'ListenStmt',
  'LoadStmt',
  'LockStmt',
  'MergeStmt',
  'NotifyStmt',
  'RefreshMatViewStmt',
  'ReindexStmt',
  'SecLabelStmt',
  'TruncateStmt',
  'UnlistenStmt',
  'UpdateStmt',
  'VacuumStmt',
  'VariableShowStmt',
])

/** Whether a statement, by its tree, may change what there is. One that cannot be read may. */
export const mayChangeSchema = (statement: Ast): boolean => {
  const [tag, body] = Object.entries(statement)[0] ?? ['', {}]
  const ast = isAst(body) ? body : {}
  if (tag === 'SelectStmt') return isAst(ast.intoClause)
  // Where names are looked for decides what all that follow speak of.
  if (tag === 'VariableSetStmt') return ast.name === 'search_path'
  if (tag === 'TransactionStmt') return String(ast.kind).includes('ROLLBACK')
  return !harmless.has(tag)
}

/** The words of SQL without layout and comments, so that the same is told by the same text. */
export const wordsOf = (text: string): string => {
  let words = ''
  for (const { kind, start, end } of sqlTokens(text)) {
    if (kind === 'comment') continue
    const source = text.slice(start, end)
    const isTight = words === '' || /[(.]$/.test(words) || /^[),.;]$/.test(source)
    const isOperator =
      kind === 'symbol' && /[^\p{L}\p{N}_$"'(),.\s]$/u.test(words) && !/^[(),.]$/.test(source)
    words += `${isTight || isOperator ? '' : ' '}${kind === 'word' ? source.toLowerCase() : source}`
  }
  return words
}
