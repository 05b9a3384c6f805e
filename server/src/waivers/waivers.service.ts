import {
  type DecideWaiver,
  type DocumentId,
  ProtocolError,
  type RequestWaiver,
  type Waiver,
  type WaiverId,
} from '@lienthong/protocol'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { EntityManager, MoreThanOrEqual } from 'typeorm'
import { newId, now } from '../database/ids.ts'
import { todayInVietnam } from '../database/today.ts'
import { Transactions } from '../database/transactions.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { type NodeId, type NodeMessage, type NodeObserver, NodesService } from '../nodes/nodes.service.ts'
import type { Actor } from '../transport/actor.ts'
import { requireDay } from './days.ts'
import { WaiverRow } from './waiver.entity.ts'

/** How many findings of a document each of its waivers accepts now; those of which nobody can say are left out. */
export type CountAccepted = (
  documentId: DocumentId,
  waivers: readonly Waiver[],
) => Promise<ReadonlyMap<WaiverId, number>>

/** Waivers on disk, each step with its ledger entry. Who may ask and decide is the caller's business. */
@Injectable()
export class WaiversService implements NodeObserver, OnModuleInit {
  private readonly listeners: ((documentId: DocumentId) => void)[] = []
  private count: CountAccepted = async () => new Map()

  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
    private readonly ledger: LedgerService,
    private readonly nodes: NodesService,
  ) {}

  onModuleInit(): void {
    this.nodes.observe(this)
  }

  heard(_from: NodeId, message: NodeMessage): void {
    if (message.kind === 'waivers') this.told(message.documentId)
  }

  /** Calls after the waivers of a document have changed, here or at another node that can be heard. */
  onChange(listener: (documentId: DocumentId) => void): void {
    this.listeners.push(listener)
  }

  /** Who says how many findings waivers accept. */
  countBy(count: CountAccepted): void {
    this.count = count
  }

  /** Newest first. */
  async list(documentId: DocumentId): Promise<Waiver[]> {
    const rows = await this.manager.find(WaiverRow, { where: { documentId }, order: { id: 'DESC' } })
    const waivers = rows.map(waiverOf)
    const inForce = waivers.filter(({ state }) => state === 'approved')
    if (inForce.length === 0) return waivers
    const counts = await this.count(documentId, inForce)
    return waivers.map(waiver => ({ ...waiver, accepts: counts.get(waiver.id) ?? null }))
  }

  /** Those that count today. */
  async inForce(documentId: DocumentId): Promise<Waiver[]> {
    const rows = await this.manager.find(WaiverRow, {
      where: { documentId, state: 'approved', until: MoreThanOrEqual(todayInVietnam()) },
      order: { id: 'ASC' },
    })
    return rows.map(waiverOf)
  }

  /** Errors: RECORD_INVALID. */
  async request(actor: Actor, documentId: DocumentId, asked: RequestWaiver): Promise<Waiver> {
    requireDay(asked.until, todayInVietnam())
    const row: WaiverRow = {
      id: newId<WaiverId>(),
      documentId,
      ...asked,
      state: 'requested',
      requestedBy: actor.personId,
      requesterName: actor.displayName,
      requestedAt: now(),
      decidedBy: null,
      deciderName: null,
      decidedAt: null,
    }
    await this.transactions.run(async manager => {
      await manager.insert(WaiverRow, row)
      await this.record(manager, actor, row)
    })
    return waiverOf(row)
  }

  /** `mayApprove`: whether the actor may decide on what others ask for. Errors: RIGHT_MISSING, RECORD_NOT_FOUND, RECORD_CHANGED, DECISION_OWN. */
  async decide(
    actor: Actor,
    { documentId, id }: Pick<WaiverRow, 'documentId' | 'id'>,
    { state }: DecideWaiver,
    mayApprove: boolean,
  ): Promise<Waiver> {
    const row = await this.manager.findOneBy(WaiverRow, { id, documentId })
    if (!row) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'waiver', id })
    const isOwn = row.requestedBy === actor.personId
    if (!mayApprove && !(isOwn && state === 'withdrawn'))
      throw new ProtocolError('RIGHT_MISSING', { action: 'review:approve' })
    if (isOwn && state !== 'withdrawn') throw new ProtocolError('DECISION_OWN')
    const decision = {
      state,
      decidedBy: actor.personId,
      deciderName: actor.displayName,
      decidedAt: now(),
    }
    await this.transactions.run(async manager => {
      const { affected } = await manager.update(WaiverRow, { id, state: row.state }, decision)
      if (affected !== 1 || !mayBecome(row, state)) throw new ProtocolError('RECORD_CHANGED')
      await this.record(manager, actor, { ...row, state })
    })
    this.told(documentId)
    this.nodes.tell({ kind: 'waivers', documentId })
    return waiverOf({ ...row, ...decision })
  }

  private told(documentId: DocumentId): void {
    for (const listener of this.listeners) listener(documentId)
  }

  /** The reason stays with the waiver: people write names into reasons. */
  private record(manager: EntityManager, actor: Actor, row: WaiverRow): Promise<void> {
    const { id, documentId, ruleId, fingerprint, until, state } = row
    return this.ledger.record(manager, actor, {
      action: actions[state],
      subjectKind: 'document',
      subjectId: documentId,
      details: { waiverId: id, ruleId, fingerprint, until },
    })
  }
}

const actions: Record<WaiverRow['state'], string> = {
  requested: 'waiver:request',
  approved: 'waiver:approve',
  refused: 'waiver:refuse',
  withdrawn: 'waiver:withdraw',
}

/** What was asked for is decided on once; what is in force can be taken back. */
const mayBecome = (row: WaiverRow, state: DecideWaiver['state']): boolean =>
  row.state === 'requested' || (row.state === 'approved' && state === 'withdrawn')

const waiverOf = (row: WaiverRow): Waiver => {
  const { requestedBy, requesterName, decidedBy, deciderName, ...rest } = row
  const isOver = row.state === 'approved' && row.until < todayInVietnam()
  return {
    ...rest,
    state: isOver ? 'expired' : row.state,
    requestedBy: { personId: requestedBy, displayName: requesterName },
    accepts: null,
    decidedBy: decidedBy && { personId: decidedBy, displayName: deciderName ?? '' },
  }
}
