import * as z from 'zod/mini'
import { FixEdit, LocalText } from './findings.ts'
import { DocumentId } from './ids.ts'
import { ask, Bytes } from './message.ts'

/** A stretch of a text: first line, first character, last line, and the character after the last one. From 0, in UTF-16 units. */
export const Span = z.custom<[number, number, number, number]>(
  value => Array.isArray(value) && value.length === 4,
)
export type Span = z.infer<typeof Span>

/** What a symbol of a document is. */
export const SymbolKind = z.enum([
  'definition',
  'property',
  'table',
  'column',
  'view',
  'index',
  'type',
  'heading',
  'requirement',
])
export type SymbolKind = z.infer<typeof SymbolKind>

/** A named part of a document. `depth` says within which it lies: the last one before it that is less deep. */
export const DocumentSymbol = z.object({
  depth: z.number(),
  kind: SymbolKind,
  name: z.string(),
  detail: z.string(),
  span: Span,
  nameSpan: Span,
})
export type DocumentSymbol = z.infer<typeof DocumentSymbol>

/**
 * The outline of a joined document as the server has it at this moment, the caller's stored edits included: symbols in document order, and
 * the first and last lines of what can be folded. Of more than 10,000 symbols the deepest are left out. Errors: DOCUMENT_NOT_JOINED, RATE_LIMITED.
 */
export const OutlineDocument = ask(
  'document:outline',
  z.object({ documentId: DocumentId }),
  z.object({ symbols: z.array(DocumentSymbol), folds: z.array(z.array(z.number())) }),
)

/** A place in some document. */
export const DocumentPlace = z.object({ databaseCode: z.string(), path: z.string(), span: Span })
export type DocumentPlace = z.infer<typeof DocumentPlace>

/** A place in a joined document: `at` is an encoded relative position. One that the server does not know leads to no answer. */
const placeAsked = { documentId: DocumentId, at: Bytes }

/** Where that is defined which the words at a place refer to. Errors: DOCUMENT_NOT_JOINED, RATE_LIMITED. */
export const FindDefinition = ask(
  'document:definition',
  z.object(placeAsked),
  z.object({ places: z.array(DocumentPlace) }),
)

/**
 * Where the same is referred to as at a place, in every document that the caller may read; with `withDefinition` also where it is defined. Of
 * more than 1,000 places the first.
 * Errors: DOCUMENT_NOT_JOINED, RATE_LIMITED.
 */
export const FindReferences = ask(
  'document:references',
  z.object({ ...placeAsked, withDefinition: z.boolean() }),
  z.object({ places: z.array(DocumentPlace) }),
)

/** What stands behind the words at a place, what plugins say of it, and the documentation of the named rules, as Markdown. Errors: DOCUMENT_NOT_JOINED, RATE_LIMITED. */
export const ExplainPlace = ask(
  'document:explain',
  z.object({ ...placeAsked, ruleIds: z.array(z.string()).check(z.maxLength(20)) }),
  z.object({ texts: z.array(LocalText) }),
)

/** What a proposal is; `contributed` by a plugin. */
export const ProposalKind = z.enum([
  'reference',
  'requirement',
  'field',
  'directive',
  'provision',
  'database',
  'organisation',
  'province',
  'contributed',
])
export type ProposalKind = z.infer<typeof ProposalKind>

/** Something that fits where somebody is writing: `text` takes the place of what stands at `span`. `about` says what it is, in words that find it too. */
export const Proposal = z.object({
  kind: ProposalKind,
  text: z.string(),
  label: z.string(),
  about: LocalText,
  span: Span,
})
export type Proposal = z.infer<typeof Proposal>

/**
 * What fits at a place: what plugins propose there, behind `$ref` and in links the parts of documents, where a field is named those of the data dictionary, in prose the codes that begin with the word there. `isAskedFor`: the
 * person wants proposals also by the words of names, and where no word has begun. Errors: DOCUMENT_NOT_JOINED, RATE_LIMITED.
 */
export const ProposeWords = ask(
  'document:propose',
  z.object({ ...placeAsked, isAskedFor: z.boolean() }),
  z.object({ proposals: z.array(Proposal) }),
)

/** What a new name changes in one document. */
export const RenamedIn = z.object({
  databaseCode: z.string(),
  path: z.string(),
  edits: z.array(FixEdit),
})
export type RenamedIn = z.infer<typeof RenamedIn>

/**
 * What giving the definition or requirement at a place the name `to` changes, in every document that names it; nothing is changed yet.
 * Without `to` only what would be renamed: its name, and where in this document it stands.
 * Errors: DOCUMENT_NOT_JOINED, RATE_LIMITED, RENAME_NOTHING, RENAME_INVALID, RENAME_TAKEN, RENAME_FORBIDDEN, RENAME_UNREADABLE,
 * RENAME_PLACES_TOO_MANY, RENAME_DOCUMENTS_TOO_MANY.
 */
export const RenameName = ask(
  'document:rename',
  z.object({ ...placeAsked, to: z.optional(z.string().check(z.maxLength(100))) }),
  z.object({ name: z.string(), span: Span, documents: z.array(RenamedIn) }),
)
