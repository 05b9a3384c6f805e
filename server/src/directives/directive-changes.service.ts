import {
  type ChangeDirective,
  type CreateDirective,
  type DirectiveDetail,
  type DirectiveId,
  ProtocolError,
  type Supersede,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccessService } from '../access/access.service.ts'
import { changesBetween } from '../database/changes-between.ts'
import { newId } from '../database/ids.ts'
import { insertRecord } from '../database/insert-record.ts'
import { newRecordFields, withValidity } from '../database/record-fields.ts'
import { changeVersion } from '../database/versioned.ts'
import { LedgerService } from '../ledger/ledger.service.ts'
import type { Actor } from '../transport/actor.ts'
import { DirectiveRow } from './directive.entity.ts'
import { type DirectiveParts, storeParts } from './directive-parts.ts'
import { DirectivesService } from './directives.service.ts'

interface Change {
  action: string
  changes: Partial<DirectiveRow>
  /** What the ledger keeps beside the changes. */
  said: Record<string, unknown>
  parts?: DirectiveParts
}

/** Writes directives, each change with its ledger entry. Directives are national. `actor` null is the server itself. */
@Injectable()
export class DirectiveChangesService {
  constructor(
    private readonly directives: DirectivesService,
    private readonly access: AccessService,
    private readonly ledger: LedgerService,
  ) {}

  /** Errors: RIGHT_MISSING, RECORD_CODE_TAKEN, RECORD_INVALID. */
  async create(
    manager: EntityManager,
    actor: Actor | null,
    body: CreateDirective,
    parts?: DirectiveParts,
  ): Promise<DirectiveDetail> {
    await this.requireRight(actor)
    const { number, type, title, issuer, issuedOn, status } = body
    const row = Object.assign(new DirectiveRow(), newRecordFields(body), {
      id: newId<DirectiveId>(),
      ...{ number, type, title, issuer, issuedOn, status },
      successorId: null,
    })
    await insertRecord(manager, DirectiveRow, Object.assign(row, this.foldedOf(row)))
    if (parts) await storeParts(manager, row.id, parts)
    const record = await this.directives.detailOf(manager, row)
    await this.log(manager, actor, 'directive:create', row.id, { record })
    return record
  }

  /** Errors: RIGHT_MISSING, RECORD_NOT_FOUND, RECORD_CHANGED, RECORD_INVALID. */
  async change(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    version: number,
    body: ChangeDirective,
    parts?: DirectiveParts,
  ): Promise<DirectiveDetail> {
    const change = { action: 'directive:change', changes: body, said: {}, ...(parts && { parts }) }
    return this.write(manager, actor, idOrCode, version, change)
  }

  /**
   * Ends the directive's force on a day and names what replaces it. It is repealed once that day has come.
   * Errors: RIGHT_MISSING, RECORD_NOT_FOUND, RECORD_CHANGED, RECORD_INVALID.
   */
  async supersede(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    version: number,
    { on, successorCode, reason }: Supersede,
  ): Promise<DirectiveDetail> {
    const row = await this.directives.rowOf(manager, idOrCode)
    const successor = successorCode === null ? null : await this.directives.rowOf(manager, successorCode)
    if (successor?.id === row.id)
      throw new ProtocolError('RECORD_INVALID', { detail: 'a record cannot succeed itself' })
    const changes = { validTo: on, successorId: successor?.id ?? null }
    return this.write(manager, actor, row.id, version, {
      action: 'directive:supersede',
      changes,
      said: { reason },
    })
  }

  /**
   * Changes the directive's parts (provisions, tasks) as one change of the directive itself: its version rises, the ledger
   * shows before and after. Without a version it adds to whatever the directive is by then. Errors: RIGHT_MISSING, RECORD_NOT_FOUND, RECORD_CHANGED.
   */
  async changeParts(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    { version, action }: { version?: number; action: string },
    work: (directiveId: DirectiveId) => Promise<void>,
  ): Promise<DirectiveDetail> {
    await this.requireRight(actor)
    const row = await this.directives.rowOf(manager, idOrCode)
    if (version !== undefined) await changeVersion(manager, DirectiveRow, { id: row.id, version }, {})
    else await manager.increment(DirectiveRow, { id: row.id }, 'version', 1)
    const before = await this.directives.detailOf(manager, row)
    await work(row.id)
    return this.recordChange(manager, actor, before, action, {})
  }

  private async write(
    manager: EntityManager,
    actor: Actor | null,
    idOrCode: string,
    version: number,
    { action, changes, said, parts }: Change,
  ): Promise<DirectiveDetail> {
    await this.requireRight(actor)
    const row = await this.directives.rowOf(manager, idOrCode)
    const before = await this.directives.detailOf(manager, row)
    const next = withValidity({ ...row, ...changes })
    const stored = { ...changes, ...this.foldedOf(next) }
    await changeVersion(manager, DirectiveRow, { id: row.id, version }, stored)
    if (parts) await storeParts(manager, row.id, parts)
    return this.recordChange(manager, actor, before, action, said)
  }

  private async recordChange(
    manager: EntityManager,
    actor: Actor | null,
    before: DirectiveDetail,
    action: string,
    said: Record<string, unknown>,
  ): Promise<DirectiveDetail> {
    const record = await this.directives.detailOf(manager, await this.directives.rowOf(manager, before.id))
    const changes = changesBetween(before, record)
    await this.log(manager, actor, action, record.id, { code: record.code, ...said, changes })
    return record
  }

  private foldedOf(row: DirectiveRow) {
    return { folded: this.directives.folded(row), issuerFolded: this.directives.issuerFolded(row) }
  }

  private async requireRight(actor: Actor | null): Promise<void> {
    if (actor) await this.access.require(actor, 'directive:change', null)
  }

  private log(
    manager: EntityManager,
    actor: Actor | null,
    action: string,
    subjectId: string,
    details: Record<string, unknown>,
  ): Promise<void> {
    return this.ledger.record(manager, actor, { action, subjectKind: 'directive', subjectId, details })
  }
}
