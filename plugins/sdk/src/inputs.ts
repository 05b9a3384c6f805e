import type { DictionaryData, DictionaryElement } from './dictionary.ts'
import type { Directive, DirectivesData } from './directives.ts'
import type { Database, InventoryData, InventoryList, Organisation } from './inventory.ts'
import type { PublishedEntity, PublishedField, PublishedSchema, SchemasData } from './schemas.ts'

/**
 * What a rule may ask for beside the document: the text of its version that is in force, the directives, the inventory of
 * databases and organisations, the schemas that are published, the common data dictionary. It is handed in as data of a stated revision; another revision runs the rule again.
 */
export type RuleInput = 'publishedVersion' | 'directives' | 'inventory' | 'schemas' | 'dictionary'

/** The data behind the inputs that are the same for all documents. A rule that declares one which is left out does not run. */
export interface InputData {
  /** For `inputs: ['directives']`. */
  readonly directives?: DirectivesData | undefined
  /** For `inputs: ['inventory']`. */
  readonly inventory?: InventoryData | undefined
  /** For `inputs: ['schemas']`. */
  readonly schemas?: SchemasData | undefined
  /** For `inputs: ['dictionary']`. */
  readonly dictionary?: DictionaryData | undefined
}

/** A record of which only the code must be written; the rest is unknown, empty, or in force. */
type Sketch<T extends { readonly code: string }> = Pick<T, 'code'> & Partial<T>

/** Inputs as a case writes them. */
export interface CaseInputs {
  /** What `ctx.directives` knows. */
  readonly directives?: Of<{
    /** Those that are not listed do not exist. */
    readonly directives: readonly Sketch<Directive>[]
  }>
  /** What `ctx.inventory` knows. */
  readonly inventory?: Of<{
    /** None unless told. */
    readonly databases?: readonly Sketch<Database>[]
    /** None unless told. */
    readonly lists?: readonly Sketch<InventoryList>[]
    /** None unless told. */
    readonly organisations?: readonly Sketch<Organisation>[]
  }>
  /** What `ctx.schemas` knows. */
  readonly schemas?: Of<{
    /** Nothing else is published. */
    readonly schemas: readonly SchemaSketch[]
  }>
  /** What `ctx.dictionary` knows. */
  readonly dictionary?: Of<{
    /** Of an element only the name must be written. */
    readonly elements: readonly (Pick<DictionaryElement, 'name'> & Partial<DictionaryElement>)[]
  }>
}

/** Data of a day. */
type Of<Data> = Data & {
  /** `YYYY-MM-DD`: the only today that the rule has. */
  readonly day: string
}

/** A published schema as a case writes it: of fields only what matters, the rest is unknown or no. */
export interface SchemaSketch extends Pick<PublishedSchema, 'address'> {
  /** `1.0.0` unless told. */
  readonly version?: string
  /** Tables or definitions, as {@link PublishedEntity} says. */
  readonly entities: readonly (Pick<PublishedEntity, 'name'> & {
    /** Of a field only the name must be written. */
    readonly fields: readonly (Pick<PublishedField, 'name'> & Partial<PublishedField>)[]
  })[]
}
