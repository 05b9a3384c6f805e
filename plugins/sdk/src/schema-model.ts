import type { Node } from './node.ts'

/**
 * The type of a field in words that JSON Schema and SQL share. `text` has a length, `decimal` a scale;
 * `unknown` is what the document does not say, or a type that only the database knows.
 */
export type FieldType =
  | 'text'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'object'
  | 'array'
  | 'binary'
  | 'unknown'

/** What holds fields: a schema with properties, or a table. `name` is the definition's or table's; '' for an untitled root. */
export interface Entity {
  readonly name: string
  readonly title: string | null
  readonly description: string | null
}

/**
 * A property of a schema or a column of a table, read alike. References are followed: a property that says only `$ref` has
 * the type, format and pattern of the definition it points at, and `definition` names it. Lengths are in characters.
 */
export interface Field {
  readonly name: string
  readonly title: string | null
  readonly description: string | null
  readonly type: FieldType
  readonly format: string | null
  readonly pattern: string | null
  readonly minLength: number | null
  readonly maxLength: number | null
  readonly values: readonly string[] | null
  readonly examples: readonly string[]
  readonly isRequired: boolean
  readonly definition: string | null
}

/** An entity where it is written. Reports go to the definition's or table's name with `at: 'key'`. */
export interface EntityNode extends Node<Entity> {
  readonly language: 'json-schema' | 'sql'
}

/**
 * A field where it is written: `at: 'key'` marks the property's or column's name, `'value'` its schema or type.
 * `below` and fixes work on the source (`below: ['pattern']` in a schema); look at `language` before using them.
 */
export interface FieldNode extends Node<Field> {
  readonly language: 'json-schema' | 'sql'
  readonly entity: EntityNode
}
