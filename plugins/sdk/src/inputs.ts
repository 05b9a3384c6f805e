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
  readonly directives?: DirectivesData | undefined
  readonly inventory?: InventoryData | undefined
  readonly schemas?: SchemasData | undefined
  readonly dictionary?: DictionaryData | undefined
}

/** A record of which only the code must be written; the rest is unknown, empty, or in force. */
type Sketch<T extends { readonly code: string }> = Pick<T, 'code'> & Partial<T>

/** Inputs as a case writes them. `day` is the day that the data is of. */
export interface CaseInputs {
  readonly directives?: { readonly day: string; readonly directives: readonly Sketch<Directive>[] }
  readonly inventory?: {
    readonly day: string
    readonly databases?: readonly Sketch<Database>[]
    readonly lists?: readonly Sketch<InventoryList>[]
    readonly organisations?: readonly Sketch<Organisation>[]
  }
  readonly schemas?: { readonly day: string; readonly schemas: readonly SchemaSketch[] }
  readonly dictionary?: {
    readonly day: string
    readonly elements: readonly (Pick<DictionaryElement, 'name'> & Partial<DictionaryElement>)[]
  }
}

/** A published schema as a case writes it: of fields only what matters, the rest is unknown or no. */
export interface SchemaSketch extends Pick<PublishedSchema, 'address'> {
  readonly version?: string
  readonly entities: readonly (Pick<PublishedEntity, 'name'> & {
    readonly fields: readonly (Pick<PublishedField, 'name'> & Partial<PublishedField>)[]
  })[]
}
