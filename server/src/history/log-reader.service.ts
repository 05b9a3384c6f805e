import { setImmediate } from 'node:timers/promises'
import { type DocumentId, ProtocolError } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { Between, EntityManager, LessThanOrEqual } from 'typeorm'
import { HistoryStateRow } from './history.entities.ts'
import { type LoggedUpdate, Replay } from './replay.ts'

/** The documents' table, by its name: their entity is theirs. */
const updateLog = 'document_updates'

/** Rows that are read and applied at a stretch, a few milliseconds: editors must not wait for who looks at history. */
const rowsAtOnce = 200

/** Reads the update log again, from a kept state on. */
@Injectable()
export class LogReaderService {
  constructor(private readonly manager: EntityManager) {}

  /** The document as of `seq`. */
  async replayAt(documentId: DocumentId, seq: number): Promise<Replay> {
    const [state = null] = await this.manager.find(HistoryStateRow, {
      where: { documentId, seq: LessThanOrEqual(seq) },
      order: { seq: 'DESC' },
      take: 1,
    })
    const replay = new Replay(state)
    await this.advance(documentId, replay, seq)
    return replay
  }

  async advance(documentId: DocumentId, replay: Replay, upTo: number): Promise<void> {
    for await (const rows of this.rows(documentId, replay.seq, upTo)) replay.apply(rows)
  }

  /** The rows after `after` up to `upTo`, a stretch at a time. Errors: DOCUMENT_UNAVAILABLE (the log has a gap). */
  async *rows(documentId: DocumentId, after: number, upTo: number): AsyncGenerator<LoggedUpdate[]> {
    for (let seq = after; seq < upTo; seq += rowsAtOnce) {
      const last = Math.min(seq + rowsAtOnce, upTo)
      const rows = await this.manager.find<LoggedUpdate & { documentId: DocumentId }>(updateLog, {
        where: { documentId, seq: Between(seq + 1, last) },
        order: { seq: 'ASC' },
      })
      if (rows.length !== last - seq) throw new ProtocolError('DOCUMENT_UNAVAILABLE')
      yield rows
      await setImmediate()
    }
  }
}
