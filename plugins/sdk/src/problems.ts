import type { LocalText, Node } from './node.ts'

/** The parser could not read a place. `code` is stable (`yaml:BAD_INDENT`, `json:CommaExpected`, `sql:syntax`); `message` says what is wrong. */
export interface SyntaxProblem extends Node<null> {
  readonly code: string
  readonly message: LocalText
}

/** A key that its object, or a definition that the document, has already. The later one is marked. */
export interface DuplicateKey extends Node<null> {
  readonly key: string
}

/** A place that breaks the meta-schema of JSON Schema 2020-12, or a `pattern` that is no regular expression. `keyword` is the keyword of the meta-schema that failed. */
export interface SchemaProblem extends Node {
  readonly keyword: string
  readonly message: LocalText
}
