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
  /** Which kind of it. */
  readonly label: PersonalDataLabel | null
  /** What it is kept for. */
  readonly purpose: string | null
  /** How it is protected. */
  readonly protection: string | null
}

/** What holds fields: a schema with properties, or a table. */
export interface Entity {
  /** Of the definition or table; '' for an untitled root. */
  readonly name: string
  /** Null in DDL. */
  readonly title: string | null
  /** In DDL the comment on the table. */
  readonly description: string | null
  /** What is said of all its fields, by itself or by a schema around it in the same unit. */
  readonly personalData: PersonalData
}

/**
 * A property of a schema or a column of a table, read alike. References are followed: a property that says only `$ref` has
 * the type, format and pattern of the definition it points at, and `definition` names it. Lengths are in characters.
 */
export interface Field {
  /** Of the property or column. */
  readonly name: string
  /** Null in DDL. */
  readonly title: string | null
  /** In DDL the comment on the column. */
  readonly description: string | null
  /** Of what it holds; of a list `array`. */
  readonly type: FieldType
  /** Of JSON Schema: `date`, `uuid`; null in DDL. */
  readonly format: string | null
  /** A regular expression that values must match; try it with {@link Patterns}. */
  readonly pattern: string | null
  /** In characters; null without one. */
  readonly minLength: number | null
  /** In characters; null without one. */
  readonly maxLength: number | null
  /** The only ones that are allowed, numbers as text; null where others are. */
  readonly values: readonly string[] | null
  /** As text; none in DDL. */
  readonly examples: readonly string[]
  /** A record must have it: `required`, `not null`, or part of the primary key. */
  readonly isRequired: boolean
  /** The database writes a value where none is given (`default`, `serial`); false in JSON Schema, whose `default` fills nothing in. */
  readonly hasDefault: boolean
  /** `deprecated` in JSON Schema; a comment of DDL that begins with "Không dùng nữa" or "Deprecated". */
  readonly isDeprecated: boolean
  /** Name of the definition, type or domain that it refers to; null for none. */
  readonly definition: string | null
  /** What the field, the definition it points at, or else its entity says. */
  readonly personalData: PersonalData
}

/** An entity where it is written. Reports go to the definition's or table's name with `at: 'key'`. */
export interface EntityNode extends Node<Entity> {
  /** What it is written in. */
  readonly language: 'json-schema' | 'sql'
}

/**
 * A field where it is written: `at: 'key'` marks the property's or column's name, `'value'` its schema or type.
 * `below` and fixes work on the source (`below: ['pattern']` in a schema); look at `language` before using them.
 */
export interface FieldNode extends Node<Field> {
  /** What it is written in. */
  readonly language: 'json-schema' | 'sql'
  /** What it belongs to. */
  readonly entity: EntityNode
}
