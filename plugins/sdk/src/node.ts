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
  /** Vietnamese, with its diacritics. */
  readonly vi: string
  /** English, saying the same. */
  readonly en: string
}

/** A text of a Vietnamese source, with its translation where one is known. */
export interface TranslatedText {
  /** As the source has it. */
  readonly vi: string
  /** Null where no translation is known. */
  readonly en: string | null
}

/**
 * A place of a document that a rule can look at and report on. Frozen: the same node is handed to many rules.
 * `unit` names the part of the document (a definition, statement or section) that is checked as one.
 */
export interface Node<Value = Json> {
  /** The id of the definition, statement or section that holds it; reports go by it. */
  readonly unit: string
  /** From the top of a schema document; from that of the statement in SQL, of the section in Markdown. */
  readonly path: Path
  /** What stands there. Copy it before changing it. */
  readonly value: Value
}
