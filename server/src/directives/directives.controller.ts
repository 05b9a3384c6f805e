import {
  CalendarDate,
  ChangeDirective,
  CreateDirective,
  Directive,
  DirectiveDetail,
  DirectiveStatus,
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
import { DirectiveChangesService } from './directive-changes.service.ts'
import { DirectivesService } from './directives.service.ts'

const DirectivesQuery = z.object({
  ...ListQuery.shape,
  status: z.optional(DirectiveStatus),
  type: z.optional(z.string()),
  issuer: z.optional(z.string().check(z.maxLength(200))),
  year: z.optional(z.coerce.number().check(z.int(), z.minimum(1945), z.maximum(2100))),
  asOf: z.optional(CalendarDate),
})

/** The directives as records. */
@ApiTags('directives')
@Controller('api/v1/directives')
@Requires('directive:read')
export class DirectivesController {
  constructor(
    private readonly directives: DirectivesService,
    private readonly changes: DirectiveChangesService,
    private readonly transactions: Transactions,
  ) {}

  @Get()
  @Answers(pageOf(Directive))
  list(@ValidQuery(DirectivesQuery) query: z.infer<typeof DirectivesQuery>): Promise<Page<Directive>> {
    return this.directives.list(query)
  }

  @Get(':idOrCode')
  @Answers(DirectiveDetail)
  one(@ValidParam('idOrCode', z.string()) idOrCode: string): Promise<DirectiveDetail> {
    return this.directives.byIdOrCode(idOrCode)
  }

  @Post()
  @Requires('directive:change')
  @Answers(DirectiveDetail)
  create(
    @CurrentActor() actor: Actor,
    @Valid(CreateDirective) body: CreateDirective,
  ): Promise<DirectiveDetail> {
    return this.transactions.run(manager => this.changes.create(manager, actor, body))
  }

  @Patch(':idOrCode')
  @Requires('directive:change')
  @Answers(DirectiveDetail)
  change(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) idOrCode: string,
    @IfMatch() version: number,
    @Valid(ChangeDirective) body: ChangeDirective,
  ): Promise<DirectiveDetail> {
    return this.transactions.run(manager => this.changes.change(manager, actor, idOrCode, version, body))
  }

  @Post(':idOrCode/supersede')
  @HttpCode(200)
  @Requires('directive:change')
  @Answers(DirectiveDetail)
  supersede(
    @CurrentActor() actor: Actor,
    @ValidParam('idOrCode', z.string()) idOrCode: string,
    @IfMatch() version: number,
    @Valid(Supersede) body: Supersede,
  ): Promise<DirectiveDetail> {
    return this.transactions.run(manager => this.changes.supersede(manager, actor, idOrCode, version, body))
  }
}
