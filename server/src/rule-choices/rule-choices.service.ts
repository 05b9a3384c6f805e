import {
  type DatabaseId,
  type DocumentSummary,
  type OrganisationId,
  ProtocolError,
  RuleChoices,
  type RuleChoicesRecord,
  type RuleLayer,
} from '@lienthong/protocol'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { EntityManager } from 'typeorm'
import { now } from '../database/ids.ts'
import { Transactions } from '../database/transactions.ts'
import { changeVersion } from '../database/versioned.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import { type NodeId, type NodeMessage, type NodeObserver, NodesService } from '../nodes/nodes.service.ts'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import type { Actor } from '../transport/actor.ts'
import { layersFor } from './layers.ts'
import { RuleChoicesRow } from './rule-choices.entity.ts'

/** Where a choice holds. */
export interface Scope {
  kind: 'organisation' | 'database'
  id: OrganisationId | DatabaseId
}

/** Which rules run how where. Who may choose, and whether the rules exist, is the caller's business. */
@Injectable()
export class RuleChoicesService implements NodeObserver, OnModuleInit {
  private readonly listeners: (() => void)[] = []
  /** All of them: there are few, and every document that opens asks. */
  private known: Promise<RuleChoicesRow[]> | null = null

  constructor(
    private readonly manager: EntityManager,
    private readonly transactions: Transactions,
    private readonly databases: DatabasesService,
    private readonly tree: OrganisationTreeService,
    private readonly ledger: LedgerService,
    private readonly nodes: NodesService,
  ) {}

  onModuleInit(): void {
    this.nodes.observe(this)
  }

  heard(_from: NodeId, message: NodeMessage): void {
    if (message.kind === 'rules') this.told()
  }

  /** Calls after a choice has changed, here or at another node that can be heard. */
  onChange(listener: () => void): void {
    this.listeners.push(listener)
  }

  async of({ id }: Scope): Promise<RuleChoicesRecord> {
    const row = await this.manager.findOneBy(RuleChoicesRow, { id })
    return row ? recordOf(row) : { choices: {}, version: 0, changedAt: null, changedBy: null }
  }

  /** What holds for a document: of the whole country first, then down to its owner, then of its database. */
  async layersFor({ databaseId, path }: DocumentSummary): Promise<RuleLayer[]> {
    const rows = await this.rows()
    if (rows.length === 0) return []
    const { ownerId } = await this.databases.rowOf(this.manager, databaseId)
    const scopes: string[] = await this.tree.pathTo(ownerId ?? (await this.tree.rootId()))
    scopes.push(databaseId)
    return scopes.flatMap(scope => {
      const row = rows.find(({ id }) => id === scope)
      return row ? layersFor(path, RuleChoices.parse(row.choices)) : []
    })
  }

  /** Errors: RECORD_CHANGED. */
  async choose(
    actor: Actor,
    scope: Scope,
    version: number,
    choices: RuleChoices,
  ): Promise<RuleChoicesRecord> {
    const { id, kind } = scope
    const { personId: changedBy, displayName: changerName } = actor
    const changes = { choices, changedBy, changerName, changedAt: now() }
    await this.transactions.run(async manager => {
      // First, for it takes hold of the ledger's head: of two first choices made at once the second sees the first.
      await this.ledger.record(manager, actor, {
        action: 'rules:choose',
        subjectKind: kind,
        subjectId: id,
        details: { choices },
      })
      if (version > 0) await changeVersion(manager, RuleChoicesRow, { id, version }, changes)
      else if (await manager.existsBy(RuleChoicesRow, { id })) throw new ProtocolError('RECORD_CHANGED')
      else await manager.insert(RuleChoicesRow, { id, version: 1, ...changes })
    })
    this.told()
    this.nodes.tell({ kind: 'rules' })
    return recordOf({ id, version: version + 1, ...changes })
  }

  /** What another node said may have been lost: the next document asks the database. */
  forget(): void {
    this.known = null
  }

  private rows(): Promise<RuleChoicesRow[]> {
    this.known ??= this.manager.find(RuleChoicesRow).catch((error: unknown) => {
      this.forget()
      throw error
    })
    return this.known
  }

  private told(): void {
    this.forget()
    for (const listener of this.listeners) listener()
  }
}

const recordOf = ({ choices, version, changedAt, changerName }: RuleChoicesRow): RuleChoicesRecord => ({
  choices: RuleChoices.parse(choices),
  version,
  changedAt,
  changedBy: changerName,
})
