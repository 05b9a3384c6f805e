import { AddressPart, RehearsalPage, RehearsePlugin } from '@lienthong/protocol'
import { Controller, HttpCode, Post } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Actor } from '../transport/actor.ts'
import { ClientLeft } from '../transport/client-left.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Requires } from '../transport/rights.ts'
import { Answers, Valid, ValidParam } from '../transport/valid.ts'
import { RehearsalsService } from './rehearsals.service.ts'

/** What a version of a rule set would find, before it is installed. */
@ApiTags('plugins')
@Controller('api/v1/plugins/:id/rehearsals')
export class RehearsalsController {
  constructor(private readonly rehearsals: RehearsalsService) {}

  @Post()
  @HttpCode(200)
  @Requires('plugin:publish')
  @Answers(RehearsalPage)
  rehearse(
    @CurrentActor() actor: Actor,
    @ValidParam('id', AddressPart) id: string,
    @Valid(RehearsePlugin) body: RehearsePlugin,
    @ClientLeft() left: AbortSignal,
  ): Promise<RehearsalPage> {
    return this.rehearsals.rehearse(actor, id, body, left)
  }
}
