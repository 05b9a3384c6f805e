import type { DocumentId, ErrorCode, Notice, PayloadOf } from '@lienthong/protocol'

/** Where a room's notices leave. */
export interface Outbox {
  /** To every session of the document but the excepted sockets; encoded once. */
  broadcast<N extends Notice>(
    documentId: DocumentId,
    notice: N,
    payload: PayloadOf<N>,
    except?: readonly string[],
  ): void
  send<N extends Notice>(socketId: string, notice: N, payload: PayloadOf<N>): void
  /** What was sent and has not left this machine. */
  waitingBytes(socketId: string): number
  /** The connections with more than so much waiting. */
  waitingAbove(bytes: number): string[]
  /** Ends a connection at once, whatever is still waiting; the reason arrives only if there is room for it. */
  cutOff(socketId: string, documents: readonly DocumentId[], code: ErrorCode): void
  /** Ends a connection that misbehaves, after its answers are out. */
  expel(socketId: string, documentId: DocumentId, code: ErrorCode): void
}
