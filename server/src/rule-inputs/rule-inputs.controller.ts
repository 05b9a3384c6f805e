import { RuleInputs } from '@lienthong/protocol'
import { Controller, Get } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Requires } from '../transport/rights.ts'
import { Answers } from '../transport/valid.ts'
import { RuleInputsService } from './rule-inputs.service.ts'

/** What rules look up, for checks that run elsewhere. */
@ApiTags('plugins')
@Controller('api/v1/rule-inputs')
export class RuleInputsController {
  constructor(private readonly inputs: RuleInputsService) {}

  /** Every role that reads the inventory reads the directives, too; of the schemas one has those that one may read. */
  @Get()
  @Requires('inventory:read')
  @Answers(RuleInputs)
  current(@CurrentActor() actor: Actor): Promise<RuleInputs> {
    return this.inputs.readableBy(actor)
  }
}
