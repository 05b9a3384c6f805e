import type * as engine from '@lienthong/plugin-engine'
import type { DocumentSummary } from '@lienthong/protocol'

/** A document of the server, and what it is made of. */
export type KnownDocument = engine.KnownDocument<DocumentSummary>

/** Documents of the server that may refer to each other. */
export type Documents = engine.KnownDocuments<DocumentSummary>

/** A part of a document of the server. */
export type Defined = engine.Defined<DocumentSummary>

/** What words of a document of the server can be about. */
export type Subject = engine.Subject<DocumentSummary>
