import type { DocumentId, HistoryEntry } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import { Between, EntityManager, MoreThanOrEqual } from 'typeorm'
import { CheckpointRow } from './history.entities.ts'

type NamedStates = Pick<HistoryEntry, 'checkpoints' | 'versions'>

/** The versions' table, by its name: their entity is theirs. */
const versions = 'document_versions'

/** The states of a document that somebody named or published, for the timeline. */
@Injectable()
export class NamedStatesService {
  constructor(private readonly manager: EntityManager) {}

  /** Those from `from` on and, unless left open, before `to`, oldest first. */
  async between(documentId: DocumentId, from: number, to?: number): Promise<NamedStates> {
    const where = { documentId, seq: to === undefined ? MoreThanOrEqual(from) : Between(from, to - 1) }
    const [named, published] = await Promise.all([
      this.manager.find(CheckpointRow, {
        where,
        select: { name: true, seq: true },
        order: { seq: 'ASC', id: 'ASC' },
      }),
      this.manager.find<NamedStates['versions'][number] & { documentId: DocumentId }>(versions, {
        where,
        select: { number: true, seq: true },
        order: { seq: 'ASC' },
      }),
    ])
    return {
      checkpoints: named.map(({ name, seq }) => ({ name, seq })),
      versions: published.map(({ number, seq }) => ({ number, seq })),
    }
  }
}
