import type { OrganisationId } from '@lienthong/protocol'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DatabaseChangesService } from '../inventory/database-changes.service.ts'
import { DatabasesService } from '../inventory/databases.service.ts'
import { InventoryListsService } from '../inventory/inventory-lists.service.ts'
import { OrganisationsService } from '../organisations/organisations.service.ts'
import { keepingDatabaseMarks } from './database-marks.ts'
import type { SeedKind } from './seed-kind.ts'
import type { SeedDatabase, SeedList } from './seed-shapes.ts'

@Injectable()
export class DatabaseSeed implements SeedKind<SeedDatabase> {
  readonly kind = 'database'

  constructor(
    private readonly databases: DatabasesService,
    private readonly changes: DatabaseChangesService,
    private readonly organisations: OrganisationsService,
  ) {}

  find(manager: EntityManager, code: string) {
    return this.databases.rowOf(manager, code)
  }

  async create(manager: EntityManager, { ownerCode, ...record }: SeedDatabase) {
    const ownerId = await this.ownerOf(manager, ownerCode)
    return this.changes.create(manager, null, { ...record, ownerId })
  }

  async change(manager: EntityManager, version: number, { ownerCode, code, ...record }: SeedDatabase) {
    const ownerId = await this.ownerOf(manager, ownerCode)
    return this.changes.change(manager, null, code, version, { ...record, ownerId })
  }

  private async ownerOf(manager: EntityManager, code: string | null): Promise<OrganisationId | null> {
    return code === null ? null : (await this.organisations.rowOf(manager, code)).id
  }
}

@Injectable()
export class ListSeed implements SeedKind<SeedList> {
  readonly kind = 'inventory-list'

  constructor(private readonly lists: InventoryListsService) {}

  find(manager: EntityManager, code: string) {
    return this.lists.rowOf(manager, code)
  }

  create(manager: EntityManager, record: SeedList) {
    return keepingDatabaseMarks(manager, () => this.lists.create(manager, null, record))
  }

  change(manager: EntityManager, version: number, { code, ...record }: SeedList) {
    return keepingDatabaseMarks(manager, () => this.lists.change(manager, null, code, version, record))
  }
}
