import {
  type DirectiveDetail,
  type DirectiveId,
  ProtocolError,
  WriteProvision,
  WriteTask,
} from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager, EntityTarget } from 'typeorm'
import { newId } from '../database/ids.ts'
import { OrganisationTreeService } from '../organisations/organisation-tree.service.ts'
import type { Actor } from '../transport/actor.ts'
import { ProvisionRow, TaskRow } from './directive.entity.ts'
import { DirectiveChangesService } from './directive-changes.service.ts'

/** Which part of which directive, as the caller read it. */
export interface PartOf {
  directive: string
  partId: string
  version: number
}

/** Adds and changes the provisions and tasks of a directive. Every answer is the directive as it is afterwards. */
@Injectable()
export class DirectivePartsService {
  constructor(
    private readonly changes: DirectiveChangesService,
    private readonly tree: OrganisationTreeService,
  ) {}

  /** Adds it at the end. Errors: RIGHT_MISSING, RECORD_NOT_FOUND. */
  addProvision(manager: EntityManager, actor: Actor | null, directive: string, body: WriteProvision) {
    const at = { action: 'directive:add-provision' }
    return this.changes.changeParts(manager, actor, directive, at, async directiveId => {
      const position = await nextPosition(manager, ProvisionRow, directiveId)
      await manager.insert(ProvisionRow, { id: newId(), directiveId, position, ...body })
    })
  }

  /** Errors: RIGHT_MISSING, RECORD_NOT_FOUND, RECORD_CHANGED. */
  changeProvision(
    manager: EntityManager,
    actor: Actor | null,
    { directive, partId, version }: PartOf,
    body: WriteProvision,
  ): Promise<DirectiveDetail> {
    const at = { version, action: 'directive:change-provision' }
    return this.changes.changeParts(manager, actor, directive, at, async directiveId => {
      const { affected } = await manager.update(ProvisionRow, { id: partId, directiveId }, body)
      if (affected !== 1) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'provision', id: partId })
    })
  }

  /** Adds it at the end. Errors: RIGHT_MISSING, RECORD_NOT_FOUND (also of the lead organisation). */
  addTask(manager: EntityManager, actor: Actor | null, directive: string, body: WriteTask) {
    const at = { action: 'directive:add-task' }
    return this.changes.changeParts(manager, actor, directive, at, async directiveId => {
      await this.requireLead(body)
      const position = await nextPosition(manager, TaskRow, directiveId)
      await manager.insert(TaskRow, { id: newId(), directiveId, position, ...body })
    })
  }

  /** Errors: RIGHT_MISSING, RECORD_NOT_FOUND, RECORD_CHANGED. */
  changeTask(
    manager: EntityManager,
    actor: Actor | null,
    { directive, partId, version }: PartOf,
    body: WriteTask,
  ): Promise<DirectiveDetail> {
    const at = { version, action: 'directive:change-task' }
    return this.changes.changeParts(manager, actor, directive, at, async directiveId => {
      await this.requireLead(body)
      const { affected } = await manager.update(TaskRow, { id: partId, directiveId }, body)
      if (affected !== 1) throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'task', id: partId })
    })
  }

  private async requireLead({ leadOrganisationId: id }: WriteTask): Promise<void> {
    if (id !== null && !(await this.tree.has(id)))
      throw new ProtocolError('RECORD_NOT_FOUND', { kind: 'organisation', id })
  }
}

/** The directive's row is locked by its new version: nobody else counts at this moment. */
async function nextPosition<T extends ProvisionRow | TaskRow>(
  manager: EntityManager,
  part: EntityTarget<T>,
  directiveId: DirectiveId,
): Promise<number> {
  const [last] = await manager
    .createQueryBuilder(part, 'part')
    .where({ directiveId })
    .orderBy('part.position', 'DESC')
    .limit(1)
    .getMany()
  return (last?.position ?? 0) + 1
}
