import { type DocumentId, ProtocolError, textName } from '@lienthong/protocol'
import { Injectable, Logger } from '@nestjs/common'
import { EntityManager, MoreThan } from 'typeorm'
import * as Y from 'yjs'
import { Transactions } from '../database/transactions.ts'
import { docFrom, type StoredContent } from './content.ts'
import { DocumentRow } from './document.entity.ts'
import { DocumentSnapshotRow } from './document-snapshot.entity.ts'
import { DocumentUpdateRow } from './document-update.entity.ts'

export type { StoredContent } from './content.ts'
export { docFrom, isWaiting } from './content.ts'
export type { ClientRange } from './document-update.entity.ts'

/** What is on disk of a document's text: its snapshot and the rows of the update log. */
@Injectable()
export class DocumentContentService {
  private readonly logger = new Logger('Documents')

  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
  ) {}

  /** Everything committed. Throws when something is missing: an incomplete document must never be shown (rule S5). */
  async load(documentId: DocumentId): Promise<StoredContent> {
    const { manager } = this
    // The head first: rows that are committed meanwhile only come on top.
    const { headSeq } = await manager.findOneOrFail(DocumentRow, {
      where: { id: documentId },
      select: { headSeq: true },
    })
    const snapshot = await manager.findOneBy(DocumentSnapshotRow, { documentId })
    const snapshotSeq = snapshot?.seq ?? 0
    const rows = await this.rowsAfter(documentId, snapshotSeq)
    const seq = snapshotSeq + rows.length
    if (seq < headSeq) throw new Error(`update log of ${documentId}: ends at ${seq}, not at ${headSeq}`)
    return { seq, snapshotSeq, updates: [...(snapshot ? [snapshot.bytes] : []), ...rows] }
  }

  /** The committed rows after `seq`, without a gap; throws where there is one. */
  async rowsAfter(documentId: DocumentId, after: number): Promise<Uint8Array[]> {
    const rows = await this.manager.find(DocumentUpdateRow, {
      where: { documentId, seq: MoreThan(after) },
      order: { seq: 'ASC' },
      select: { seq: true, bytes: true },
    })
    rows.forEach(({ seq }, at) => {
      if (seq !== after + at + 1) throw new Error(`update log of ${documentId}: no row ${after + at + 1}`)
    })
    return rows.map(({ bytes }) => bytes)
  }

  /** One Yjs update that holds the whole document. Errors: DOCUMENT_UNAVAILABLE. */
  snapshot(documentId: DocumentId): Promise<{ seq: number; bytes: Uint8Array }> {
    return this.whole(documentId, ({ seq, updates }) => {
      const [only] = updates
      const bytes = updates.length === 1 && only ? only : Y.encodeStateAsUpdate(docFrom(updates))
      return { seq, bytes }
    })
  }

  /** The committed text, in LF. Errors: DOCUMENT_UNAVAILABLE. */
  text(documentId: DocumentId): Promise<{ seq: number; text: string }> {
    return this.whole(documentId, ({ seq, updates }) => ({
      seq,
      text: docFrom(updates).getText(textName).toString(),
    }))
  }

  /**
   * Replaces the snapshot, if it is still the one at `previousSeq`; the rows stay, for history. False when somebody was faster.
   * `bytes` must hold all rows up to `seq` and nothing that is not in the log.
   */
  async replaceSnapshot(
    documentId: DocumentId,
    previousSeq: number,
    { seq, bytes }: { seq: number; bytes: Uint8Array },
  ): Promise<boolean> {
    return this.transactions.run(async manager => {
      const claimed = await manager.update(
        DocumentRow,
        { id: documentId, snapshotSeq: previousSeq },
        { snapshotSeq: seq },
      )
      if (claimed.affected !== 1) return false
      await manager.delete(DocumentSnapshotRow, { documentId })
      await manager.insert(DocumentSnapshotRow, { documentId, seq, bytes: Buffer.from(bytes) })
      return true
    })
  }

  /** For whoever asks without a room. */
  private async whole<T>(documentId: DocumentId, read: (content: StoredContent) => T): Promise<T> {
    try {
      return read(await this.load(documentId))
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'not an Error'
      this.logger.error({ msg: 'load failed', documentId, reason })
      throw new ProtocolError('DOCUMENT_UNAVAILABLE')
    }
  }
}
