import type { Field, PersonalDataLabel } from './schema-model.ts'

/** A field of a published schema, as {@link Field} says. */
export interface PublishedField
  extends Pick<
    Field,
    | 'name'
    | 'type'
    | 'pattern'
    | 'minLength'
    | 'maxLength'
    | 'values'
    | 'isRequired'
    | 'hasDefault'
    | 'isDeprecated'
    | 'definition'
  > {
  /** The label alone: purposes and protections are not handed on. */
  readonly personalData: PersonalDataLabel | null
}

/** What holds fields: a table, a definition, or '' for the root of a schema. */
export interface PublishedEntity {
  /** '' for the root of a schema. */
  readonly name: string
  /** In the order in which they are written. */
  readonly fields: readonly PublishedField[]
}

/** The newest published version of a JSON Schema document or DDL script. */
export interface PublishedSchema {
  /** `dan-cu/cong-dan.schema.yaml`. */
  readonly address: string
  /** The code of its database. */
  readonly database: string
  /** `1.2.0`. */
  readonly version: string
  /** In the order in which they are written. */
  readonly entities: readonly PublishedEntity[]
}

/** The schemas that are published, for rules that declare `inputs: ['schemas']`. What is handed out is frozen. */
export interface Schemas {
  /** The day that the data is of, in Vietnam: there is no other today. */
  readonly day: string
  /** By the database's code and the document's name: `dan-cu/cong-dan.schema.yaml`. Undefined where nothing is published. */
  byAddress(address: string): PublishedSchema | undefined
}

/** All published schemas of one day, as they are handed to a host. Equal revisions have equal content. */
export interface SchemasData {
  /** Another one for other content. */
  readonly revision: string
  /** In Vietnam, `YYYY-MM-DD`. */
  readonly day: string
  /** One for each address. */
  readonly schemas: readonly PublishedSchema[]
}
