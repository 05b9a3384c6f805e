import { type DocumentId, maxUpdateBytes, ProtocolError } from '@lienthong/protocol'
import type { EditLimits } from '../config/edit-limits.ts'
import { Quotas, TokenBuckets } from '../transport/allowances.ts'
import type { Room } from './room.ts'
import type { Session } from './session.ts'
import type { UpdateLog } from './update-log.ts'

/** A join reads and encodes a whole document: it counts like this many edits. */
const editsAJoinIsWorth = 10

/** A paste or a merge after work offline may take this many seconds' worth at once. */
const burstSeconds = 10

/** What a row of the log takes on disk beside its words, at most one for each edit (`npm run bench -- footprint`). */
const rowBytes = 200

const dayMs = 86_400_000

/** What an update has to pass before its room looks into it (rule S7). */
export class UpdateIntake {
  private readonly edits: TokenBuckets
  private readonly bytes: TokenBuckets
  private readonly documentEdits: TokenBuckets
  private readonly documentBytes: TokenBuckets
  private readonly personBytes: Quotas
  private readonly organisationBytes: Quotas

  constructor(
    private readonly limits: EditLimits,
    private readonly log: UpdateLog,
  ) {
    this.edits = new TokenBuckets(limits.editsPerSecondPerConnection, burstSeconds)
    this.bytes = new TokenBuckets(limits.editBytesPerSecondPerConnection, burstSeconds)
    this.documentEdits = new TokenBuckets(limits.editsPerSecondPerDocument, burstSeconds)
    this.documentBytes = new TokenBuckets(limits.editBytesPerSecondPerDocument, burstSeconds)
    this.personBytes = new Quotas(limits.editBytesPerDayPerPerson, dayMs)
    this.organisationBytes = new Quotas(limits.editBytesPerDayPerOrganisation, dayMs)
  }

  /** Errors: RATE_LIMITED. */
  admitJoin(socketId: string): void {
    requireRate(this.edits.take(socketId, editsAJoinIsWorth))
  }

  /** Errors: RATE_LIMITED. */
  admitCheck(socketId: string): void {
    requireRate(this.edits.take(socketId, 1))
  }

  /** Errors: UPDATE_TOO_LARGE, RIGHT_MISSING, RATE_LIMITED, DOCUMENT_FULL, QUOTA_EXCEEDED, STORAGE_UNAVAILABLE. */
  admit({ documentId, content }: Room, session: Session, update: Uint8Array): void {
    const { length } = update
    if (length > maxUpdateBytes) throw new ProtocolError('UPDATE_TOO_LARGE', { maxBytes: maxUpdateBytes })
    if (!session.access.canEdit) throw new ProtocolError('RIGHT_MISSING', { action: 'document:edit' })
    this.takeFromRates(session.socketId, documentId, length)
    const { maxDocumentBytes, maxUnstoredBytes } = this.limits
    if (content.bytes + length > maxDocumentBytes && !isDeletionOnly(update))
      throw new ProtocolError('DOCUMENT_FULL', { maxBytes: maxDocumentBytes })
    if (this.log.uncommittedBytes + content.queuedBytes > maxUnstoredBytes)
      throw new ProtocolError('STORAGE_UNAVAILABLE')
    this.takeFromQuotas(session, length + rowBytes)
  }

  private takeFromRates(socketId: string, documentId: DocumentId, length: number): void {
    requireRate(this.edits.take(socketId, 1))
    requireRate(this.bytes.take(socketId, length))
    requireRate(this.documentEdits.take(documentId, 1))
    requireRate(this.documentBytes.take(documentId, length))
  }

  private takeFromQuotas({ actor }: Session, length: number): void {
    requireQuota(this.personBytes.take(actor.personId, length))
    if (actor.organisationId) requireQuota(this.organisationBytes.take(actor.organisationId, length))
  }
}

const requireRate = (waitMs: number): void => {
  if (waitMs > 0) throw new ProtocolError('RATE_LIMITED', { seconds: Math.ceil(waitMs / 1000) })
}

const requireQuota = (waitMs: number): void => {
  if (waitMs > 0) throw new ProtocolError('QUOTA_EXCEEDED', { hours: Math.ceil(waitMs / 3_600_000) })
}

/** A document that is full can always be made smaller. Yjs writes how many clients' structs follow, then those, then the deletions. */
const isDeletionOnly = ([clients]: Uint8Array): boolean => clients === 0
