import { type DocumentId, DocumentUpdated } from '@lienthong/protocol'
import * as Y from 'yjs'
import type { Outbox } from './outbox.ts'
import type { Session } from './session.ts'

/** Sends a room's edits on: a window as one update for everybody (rule S3), to slow connections later at once (rule S10). */
export class RoomSender {
  constructor(
    private readonly documentId: DocumentId,
    private readonly outbox: Outbox,
    /** The sockets that get nothing for now. */
    private readonly behind: () => string[],
  ) {}

  /**
   * `together` is what a window changed. Its only author has it already; several get it whole, their own words too: Yjs passes over
   * those, while an update of its own for each author would cost more than all the rest.
   */
  sendOn(authors: ReadonlySet<Session>, together: readonly Uint8Array[]): void {
    const { documentId } = this
    const author = authors.size === 1 ? [...authors].map(({ socketId }) => socketId) : []
    const except = [...author, ...this.behind()]
    for (const update of together)
      this.outbox.broadcast(documentId, DocumentUpdated, { documentId, update }, except)
  }

  /** From here on the session gets nothing, until it can take everything at once. */
  stop(session: Session, doc: Y.Doc): void {
    session.behind ??= Y.encodeStateVector(doc)
  }

  /** Sends everything since as one update. */
  catchUp(session: Session, doc: Y.Doc): void {
    if (session.behind === null) return
    const { documentId } = this
    const update = Y.encodeStateAsUpdate(doc, session.behind)
    session.behind = null
    this.outbox.send(session.socketId, DocumentUpdated, { documentId, update })
  }
}
