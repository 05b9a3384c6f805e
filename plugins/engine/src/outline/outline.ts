/** Start line, start character, end line, end character: from 0, in UTF-16 units, the end exclusive. */
export type Span = readonly [number, number, number, number]

/** What a symbol is. */
export type SymbolKind =
  | 'definition'
  | 'property'
  | 'table'
  | 'column'
  | 'view'
  | 'index'
  | 'type'
  | 'heading'
  | 'requirement'

/** A named part of a document, with the parts that lie in it. `name` and `nameSpan` lie within `span`. */
export interface DocumentSymbol {
  readonly kind: SymbolKind
  readonly name: string
  /** A few words more: a type, a definition that is referred to, a requirement's words. */
  readonly detail: string
  readonly span: Span
  readonly nameSpan: Span
  readonly children: readonly DocumentSymbol[]
}

/** Where something is written: in UTF-16 offsets, and in lines. */
export interface Mark {
  readonly start: number
  readonly end: number
  readonly span: Span
}

/**
 * What others can refer to. `name` is what follows `#` in a reference: a JSON pointer (`/$defs/X`), an anchor, a heading's slug,
 * a table or `table.column`; of a requirement its id.
 */
export interface Definition extends Mark {
  readonly kind: 'fragment' | 'requirement'
  readonly name: string
  /** All that it is. */
  readonly whole: { readonly start: number; readonly end: number }
}

/** Words that refer to something. `document` is as written, '' for this one. `end` is where `name` ends, and `start` where `document` begins. */
export interface Reference extends Mark {
  readonly document: string
  readonly name: string
}

/** Words that look like the id of a requirement or the number or code of a directive, outside the place that defines them. */
export interface Mention extends Mark {
  readonly name: string
}

/** What a document is made of, and what it is linked with. In document order. */
export interface Outline {
  /** The `$id` of a schema. */
  readonly id: string | null
  /** Whether all of it could be read; of a part that could not, its last good content is here, where it stood then, or nothing. */
  readonly isWhole: boolean
  readonly symbols: readonly DocumentSymbol[]
  /** First and last lines of what can be folded. */
  readonly folds: readonly (readonly [number, number])[]
  readonly definitions: readonly Definition[]
  readonly references: readonly Reference[]
  readonly mentions: readonly Mention[]
}

/** Of a text that cannot be read. */
export const noOutline: Outline = {
  id: null,
  isWhole: false,
  symbols: [],
  folds: [],
  definitions: [],
  references: [],
  mentions: [],
}

/** What a language contributes. */
export type LanguageOutline = Omit<Outline, 'mentions' | 'isWhole'>
