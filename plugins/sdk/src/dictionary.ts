import type { PublishedField } from './schemas.ts'

/**
 * A data element: what a piece of data is called and how it is written, wherever it is kept. Of a definition at the top of a schema that
 * says of itself `x-data-dictionary: true` and is published.
 */
export interface DictionaryElement
  extends Pick<
    PublishedField,
    'name' | 'type' | 'pattern' | 'minLength' | 'maxLength' | 'values' | 'isDeprecated' | 'personalData'
  > {
  /** Of the definition; null without one. */
  readonly title: string | null
  /** Of the dictionary: `dan-cu/tu-dien.schema.yaml`; `#/$defs/` and the name lead to the element there. */
  readonly address: string
  /** `1.2.0`. */
  readonly version: string
}

/** The common data dictionary, for rules that declare `inputs: ['dictionary']`. What is handed out is frozen. */
export interface Dictionary {
  /** The day that the data is of, in Vietnam: there is no other today. */
  readonly day: string
  /** By a name as a field has it: `so_dinh_danh` is the element `SoDinhDanh`. Of several dictionaries the first by address. */
  element(name: string): DictionaryElement | undefined
}

/** All elements of one day, as they are handed to a host. Equal revisions have equal content. */
export interface DictionaryData {
  /** Another one for other content. */
  readonly revision: string
  /** In Vietnam, `YYYY-MM-DD`. */
  readonly day: string
  /** Of all dictionaries. */
  readonly elements: readonly DictionaryElement[]
}
