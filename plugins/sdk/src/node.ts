/** A value as JSON knows it. Rules see documents in this form, whatever their syntax. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject

/** An object of JSON values. Order is the document's. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Steps from the top of a document (or of an SQL statement, a Markdown section) down to a node: keys and indexes. */
export type Path = readonly (string | number)[]

/** A text in the product's two languages. Both are shown to people: write both properly. */
export interface LocalText {
  readonly vi: string
  readonly en: string
}

/**
 * A place of a document that a rule can look at and report on. Frozen: the same node is handed to many rules.
 * `unit` names the part of the document (a definition, statement or section) that is checked as one.
 */
export interface Node<Value = Json> {
  readonly unit: string
  readonly path: Path
  readonly value: Value
}
