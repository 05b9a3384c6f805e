import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { OrganisationChangesService } from '../organisations/organisation-changes.service.ts'
import { OrganisationsService } from '../organisations/organisations.service.ts'
import type { SeedKind } from './seed-kind.ts'
import type { SeedOrganisation } from './seed-shapes.ts'

@Injectable()
export class OrganisationSeed implements SeedKind<SeedOrganisation> {
  readonly kind = 'organisation'

  constructor(
    private readonly organisations: OrganisationsService,
    private readonly changes: OrganisationChangesService,
  ) {}

  find(manager: EntityManager, code: string) {
    return this.organisations.rowOf(manager, code)
  }

  async create(manager: EntityManager, { parentCode, ...record }: SeedOrganisation) {
    const { id: parentId } = await this.find(manager, parentCode)
    return this.changes.create(manager, null, { ...record, parentId })
  }

  async change(manager: EntityManager, version: number, { parentCode, code, ...record }: SeedOrganisation) {
    const { id: parentId } = await this.find(manager, parentCode)
    return this.changes.change(manager, null, code, version, { ...record, parentId })
  }

  /** Call after the commit. */
  committed(): Promise<void> {
    return this.changes.committed()
  }
}
