import { type AnswerOf, type Ask, type DocumentId, ProtocolError, type RequestOf } from '@lienthong/protocol'
import type { Position, TextDocument } from 'vscode'
import { pendingOf } from '../../core/session-state.ts'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'

/** What takes longer is no longer wanted: people have typed on. */
const storedWithinMs = 2_000

/** A place in a document, on its words however they move until the server has read the question. */
export interface PlaceAsked {
  documentId: DocumentId
  at: Uint8Array
}

/** Asks the server about the words of a document, once it has this person's own. */
export class Questions {
  constructor(private readonly documents: OpenDocuments) {}

  /** Undefined while the document is not open, or the server does not answer. Errors: the server's. */
  async ask<M extends Ask>(
    document: TextDocument,
    message: M,
    request: (open: OpenDocument) => RequestOf<M>,
  ): Promise<AnswerOf<M> | undefined> {
    const open = this.documents.of(document)
    if (open?.session.state.kind !== 'live') return undefined
    const asked = request(open)
    try {
      await stored(open)
      return await open.connection.ask(message, asked)
    } catch (error) {
      if (error instanceof ProtocolError && error.retry !== 'no') return undefined
      throw error
    }
  }

  /** Asks about the words at a position. */
  askAt<M extends Ask>(
    document: TextDocument,
    position: Position,
    message: M,
    request: (place: PlaceAsked, open: OpenDocument) => RequestOf<M>,
  ): Promise<AnswerOf<M> | undefined> {
    return this.ask(document, message, open => request(placeAt(open, position), open))
  }
}

const placeAt = ({ session, positions, summary }: OpenDocument, position: Position): PlaceAsked => {
  const offset = positions.offset(position)
  return { documentId: summary.id, at: session.anchorAt(offset, offset).start }
}

const stored = async ({ session }: OpenDocument): Promise<void> => {
  if (pendingOf(session.state) === 0) return
  await Promise.race([session.whenStored(), new Promise(resolve => setTimeout(resolve, storedWithinMs))])
}
