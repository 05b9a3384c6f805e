import type { LocalText, Node } from './node.ts'

/** The parser could not read a place. */
export interface SyntaxProblem extends Node<null> {
  /** Stable: `yaml:BAD_INDENT`, `json:CommaExpected`, `sql:syntax`. */
  readonly code: string
  /** What is wrong. */
  readonly message: LocalText
}

/** A key that its object, or a definition that the document, has already. The later one is marked. */
export interface DuplicateKey extends Node<null> {
  /** As it is written. */
  readonly key: string
}

/** A place that breaks the meta-schema of JSON Schema 2020-12, or a `pattern` that is no regular expression. */
export interface SchemaProblem extends Node {
  /** Of the meta-schema, the one that failed: `type`, `enum`. */
  readonly keyword: string
  /** What is wrong. */
  readonly message: LocalText
}
