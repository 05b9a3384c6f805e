import type { DocumentId, PersonId, Waiver, WaiverId } from '@lienthong/protocol'
import { Entity } from 'typeorm'
import { DateColumn, IdColumn, ReferenceColumn, TextColumn, TimeColumn } from '../database/columns.ts'

/** A waiver as it was asked for and decided on. That it has expired is told by the clock, not stored. */
@Entity('waivers')
export class WaiverRow {
  @IdColumn()
  id: WaiverId
  @ReferenceColumn()
  documentId: DocumentId
  @TextColumn()
  ruleId: string
  /** Null for every finding of the rule in the document. */
  @TextColumn({ nullable: true })
  fingerprint: string | null
  @TextColumn()
  reason: string
  @DateColumn()
  until: string
  @TextColumn()
  state: Exclude<Waiver['state'], 'expired'>
  @ReferenceColumn()
  requestedBy: PersonId
  /** As it was when the waiver was asked for, and below when it was decided on. */
  @TextColumn()
  requesterName: string
  @TimeColumn()
  requestedAt: string
  @ReferenceColumn({ nullable: true })
  decidedBy: PersonId | null
  @TextColumn({ nullable: true })
  deciderName: string | null
  @TimeColumn({ nullable: true })
  decidedAt: string | null
}
