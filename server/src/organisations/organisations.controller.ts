import {
  CalendarDate,
  ChangeOrganisation,
  CreateOrganisation,
  ListQuery,
  Organisation,
  type Page,
  pageOf,
  recordShape,
  Supersede,
} from '@lienthong/protocol'
import { Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { EntityManager } from 'typeorm'
import * as z from 'zod/mini'
import { Transactions } from '../database/transactions.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { IfMatch } from '../transport/etag.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidQuery } from '../transport/valid.ts'
import { OrganisationChangesService } from './organisation-changes.service.ts'
import { OrganisationsService } from './organisations.service.ts'

const ProvincesQuery = z.object({ ...ListQuery.shape, asOf: z.optional(CalendarDate) })
const OrganisationsQuery = z.object({
  ...ProvincesQuery.shape,
  kind: z.optional(z.string()),
  withinCode: z.optional(recordShape.code),
})

/** The organisations of the tree centre → province → commune. */
@ApiTags('organisations')
@Controller('api/v1')
@Requires('inventory:read')
export class OrganisationsController {
  constructor(
    private readonly organisations: OrganisationsService,
    private readonly changes: OrganisationChangesService,
    private readonly transactions: Transactions,
  ) {}

  @Get('organisations')
  @Answers(pageOf(Organisation))
  list(
    @ValidQuery(OrganisationsQuery) query: z.infer<typeof OrganisationsQuery>,
  ): Promise<Page<Organisation>> {
    return this.organisations.list(query)
  }

  @Get('provinces')
  @Answers(pageOf(Organisation))
  provinces(@ValidQuery(ProvincesQuery) query: z.infer<typeof ProvincesQuery>): Promise<Page<Organisation>> {
    return this.organisations.list({ ...query, kind: 'province' })
  }

  @Get('organisations/:idOrCode')
  @Answers(Organisation)
  one(@Param('idOrCode') idOrCode: string): Promise<Organisation> {
    return this.organisations.byIdOrCode(idOrCode)
  }

  @Post('organisations')
  @Requires('organisation:change')
  @Answers(Organisation)
  create(
    @CurrentActor() actor: Actor,
    @Valid(CreateOrganisation) body: CreateOrganisation,
  ): Promise<Organisation> {
    return this.written(manager => this.changes.create(manager, actor, body))
  }

  @Patch('organisations/:idOrCode')
  @Requires('organisation:change')
  @Answers(Organisation)
  change(
    @CurrentActor() actor: Actor,
    @Param('idOrCode') idOrCode: string,
    @IfMatch() version: number,
    @Valid(ChangeOrganisation) body: ChangeOrganisation,
  ): Promise<Organisation> {
    return this.written(manager => this.changes.change(manager, actor, idOrCode, version, body))
  }

  @Post('organisations/:idOrCode/supersede')
  @HttpCode(200)
  @Requires('organisation:change')
  @Answers(Organisation)
  supersede(
    @CurrentActor() actor: Actor,
    @Param('idOrCode') idOrCode: string,
    @IfMatch() version: number,
    @Valid(Supersede) body: Supersede,
  ): Promise<Organisation> {
    return this.written(manager => this.changes.supersede(manager, actor, idOrCode, version, body))
  }

  private async written(work: (manager: EntityManager) => Promise<Organisation>): Promise<Organisation> {
    const record = await this.transactions.run(work)
    await this.changes.committed()
    return record
  }
}
