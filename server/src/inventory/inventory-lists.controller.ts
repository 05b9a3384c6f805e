import {
  CalendarDate,
  ChangeInventoryList,
  CreateInventoryList,
  InventoryList,
  ListQuery,
  type Page,
  pageOf,
  Supersede,
} from '@lienthong/protocol'
import { Controller, Get, HttpCode, Patch, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import * as z from 'zod/mini'
import { Transactions } from '../database/transactions.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { IfMatch } from '../transport/etag.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam, ValidQuery } from '../transport/valid.ts'
import { InventoryListsService } from './inventory-lists.service.ts'

const InventoryListsQuery = z.object({ ...ListQuery.shape, asOf: z.optional(CalendarDate) })

/** The lists that name databases. */
@ApiTags('inventory')
@Controller('api/v1/inventory-lists')
@Requires('inventory:read')
export class InventoryListsController {
  constructor(
    private readonly lists: InventoryListsService,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Answers(pageOf(InventoryList))
  list(
    @ValidQuery(InventoryListsQuery) query: z.infer<typeof InventoryListsQuery>,
  ): Promise<Page<InventoryList>> {
    return this.lists.list(query)
  }

  @Get(':idOrCode')
  @Answers(InventoryList)
  one(@ValidParam('idOrCode', z.string()) idOrCode: string): Promise<InventoryList> {
    return this.lists.byIdOrCode(idOrCode)
  }

  @Post()
  @Requires('inventory:change')
  @Answers(InventoryList)
  create(
    @CurrentActor() actor: Actor,
    @Valid(CreateInventoryList) body: CreateInventoryList,
  ): Promise<InventoryList> {
    return this.transactions.run(manager => this.lists.create(manager, actor, body))
  }

  @Patch(':idOrCode')
  @Requires('inventory:change')
  @Answers(InventoryList)
  change(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) idOrCode: string,
    @IfMatch() version: number,
    @Valid(ChangeInventoryList) body: ChangeInventoryList,
  ): Promise<InventoryList> {
    return this.transactions.run(manager => this.lists.change(manager, actor, idOrCode, version, body))
  }

  @Post(':idOrCode/supersede')
  @HttpCode(200)
  @Requires('inventory:change')
  @Answers(InventoryList)
  supersede(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) idOrCode: string,
    @IfMatch() version: number,
    @Valid(Supersede) body: Supersede,
  ): Promise<InventoryList> {
    return this.transactions.run(manager => this.lists.supersede(manager, actor, idOrCode, version, body))
  }
}
