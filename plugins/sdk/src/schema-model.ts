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

/** The labels of personal data. `none` says that it is none, though it may look so. */
export const personalDataLabels = ['basic', 'sensitive', 'none'] as const

/** See {@link personalDataLabels}. */
export type PersonalDataLabel = (typeof personalDataLabels)[number]

/**
 * What a document says of personal data; null what it does not say. In JSON Schema by the keywords `x-personal-data`
 * (a {@link PersonalDataLabel}), `x-purpose` and `x-protection`; in the comments of DDL, and in descriptions, by the words
 * "Dữ liệu cá nhân nhạy cảm. Mục đích: … Bảo vệ: …" or "Sensitive personal data. Purpose: … Protection: …".
 */
export interface PersonalData {
  readonly label: PersonalDataLabel | null
  readonly purpose: string | null
  readonly protection: string | null
}

/** What holds fields: a schema with properties, or a table. `name` is the definition's or table's; '' for an untitled root. */
export interface Entity {
  readonly name: string
  readonly title: string | null
  readonly description: string | null
  /** What is said of all its fields, by itself or by a schema around it in the same unit. */
  readonly personalData: PersonalData
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
  /** The database writes a value where none is given (`default`, `serial`); false in JSON Schema, whose `default` fills nothing in. */
  readonly hasDefault: boolean
  /** `deprecated` in JSON Schema; a comment of DDL that begins with "Không dùng nữa" or "Deprecated". */
  readonly isDeprecated: boolean
  readonly definition: string | null
  /** What the field, the definition it points at, or else its entity says. */
  readonly personalData: PersonalData
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
