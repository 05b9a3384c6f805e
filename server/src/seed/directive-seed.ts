import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DirectiveChangesService } from '../directives/directive-changes.service.ts'
import { DirectivesService } from '../directives/directives.service.ts'
import { OrganisationsService } from '../organisations/organisations.service.ts'
import type { SeedKind } from './seed-kind.ts'
import type { SeedDirective } from './seed-shapes.ts'

/** A directive with its parts. One that was replaced stands in the files after its successor. */
@Injectable()
export class DirectiveSeed implements SeedKind<SeedDirective> {
  readonly kind = 'directive'

  constructor(
    private readonly directives: DirectivesService,
    private readonly changes: DirectiveChangesService,
    private readonly organisations: OrganisationsService,
  ) {}

  find(manager: EntityManager, code: string) {
    return this.directives.rowOf(manager, code)
  }

  async create(manager: EntityManager, { provisions, tasks, successorCode, ...record }: SeedDirective) {
    const parts = { provisions, tasks: await this.tasksOf(manager, tasks) }
    const { version } = await this.changes.create(manager, null, record, parts)
    return this.end(manager, version, { ...record, successorCode })
  }

  async change(
    manager: EntityManager,
    version: number,
    { provisions, tasks, successorCode, code, ...record }: SeedDirective,
  ) {
    const parts = { provisions, tasks: await this.tasksOf(manager, tasks) }
    const changed = await this.changes.change(manager, null, code, version, record, parts)
    return this.end(manager, changed.version, { ...record, code, successorCode })
  }

  private async end(
    manager: EntityManager,
    version: number,
    {
      code,
      validTo,
      successorCode,
      note,
    }: Pick<SeedDirective, 'code' | 'validTo' | 'successorCode' | 'note'>,
  ): Promise<{ version: number }> {
    if (validTo === null || successorCode === null) return { version }
    const reason = note ?? successorCode
    return this.changes.supersede(manager, null, code, version, { on: validTo, successorCode, reason })
  }

  private tasksOf(manager: EntityManager, tasks: SeedDirective['tasks']) {
    return Promise.all(
      tasks.map(async ({ leadCode, ...task }) => ({
        ...task,
        leadOrganisationId: leadCode === null ? null : (await this.organisations.rowOf(manager, leadCode)).id,
      })),
    )
  }
}
