import {
  CalendarDate,
  ChangeDatabase,
  CreateDatabase,
  Database,
  DatabaseLevel,
  DatabaseStatus,
  ListQuery,
  type Page,
  pageOf,
  recordShape,
  Supersede,
} from '@lienthong/protocol'
import { Controller, Get, HttpCode, Patch, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import * as z from 'zod/mini'
import { RevocationsService } from '../access/revocations.service.ts'
import { Transactions } from '../database/transactions.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { IfMatch } from '../transport/etag.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam, ValidQuery } from '../transport/valid.ts'
import { DatabaseChangesService } from './database-changes.service.ts'
import { DatabasesService } from './databases.service.ts'

const DatabasesQuery = z.object({
  ...ListQuery.shape,
  level: z.optional(DatabaseLevel),
  status: z.optional(DatabaseStatus),
  ownerCode: z.optional(recordShape.code),
  listCode: z.optional(recordShape.code),
  asOf: z.optional(CalendarDate),
})

/** The inventory's databases. Documents of a database are the documents' feature. */
@ApiTags('inventory')
@Controller('api/v1/databases')
@Requires('inventory:read')
export class DatabasesController {
  constructor(
    private readonly databases: DatabasesService,
    private readonly changes: DatabaseChangesService,
    private readonly transactions: Transactions,
    private readonly revocations: RevocationsService,
  ) {}

  @Get()
  @Answers(pageOf(Database))
  list(@ValidQuery(DatabasesQuery) query: z.infer<typeof DatabasesQuery>): Promise<Page<Database>> {
    return this.databases.list(query)
  }

  @Get(':idOrCode')
  @Answers(Database)
  one(@ValidParam('idOrCode', z.string()) idOrCode: string): Promise<Database> {
    return this.databases.byIdOrCode(idOrCode)
  }

  @Post()
  @Requires('inventory:change')
  @Answers(Database)
  create(@CurrentActor() actor: Actor, @Valid(CreateDatabase) body: CreateDatabase): Promise<Database> {
    return this.transactions.run(manager => this.changes.create(manager, actor, body))
  }

  @Patch(':idOrCode')
  @Requires('inventory:change')
  @Answers(Database)
  async change(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) idOrCode: string,
    @IfMatch() version: number,
    @Valid(ChangeDatabase) body: ChangeDatabase,
  ): Promise<Database> {
    const record = await this.transactions.run(manager =>
      this.changes.change(manager, actor, idOrCode, version, body),
    )
    // Rights on the documents come from the owner, also for those who have them open.
    if (body.ownerId !== undefined) await this.revocations.applyToAll()
    return record
  }

  @Post(':idOrCode/supersede')
  @HttpCode(200)
  @Requires('inventory:change')
  @Answers(Database)
  supersede(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) idOrCode: string,
    @IfMatch() version: number,
    @Valid(Supersede) body: Supersede,
  ): Promise<Database> {
    return this.transactions.run(manager => this.changes.supersede(manager, actor, idOrCode, version, body))
  }
}
