import { LedgerEntry, LedgerVerification, ListQuery, type Page, pageOf } from '@lienthong/protocol'
import { Controller, Get } from '@nestjs/common'
import * as z from 'zod/mini'
import { AccessService } from '../access/access.service.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, ValidQuery } from '../transport/valid.ts'
import { LedgerService } from './ledger.service.ts'

/** `subjectId` narrows the list to one record's history. */
const LedgerQuery = z.object({ ...ListQuery.shape, subjectId: z.optional(z.string()) })
type LedgerQuery = z.infer<typeof LedgerQuery>

@Controller('api/v1/ledger')
@Requires('ledger:read')
export class LedgerController {
  constructor(
    private readonly ledger: LedgerService,
    private readonly access: AccessService,
  ) {}

  @Get()
  @Answers(pageOf(LedgerEntry))
  async list(
    @CurrentActor() actor: Actor,
    @ValidQuery(LedgerQuery) { subjectId, ...query }: LedgerQuery,
  ): Promise<Page<LedgerEntry>> {
    await this.access.require(actor, 'ledger:read', null)
    return this.ledger.list(query, subjectId)
  }

  @Get('verification')
  @Answers(LedgerVerification)
  async verify(@CurrentActor() actor: Actor): Promise<LedgerVerification> {
    await this.access.require(actor, 'ledger:read', null)
    return this.ledger.verify()
  }
}
