import { CreatedToken, CreateSignInCode, CreateToken, Me, PersonalToken } from '@lienthong/protocol'
import { Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common'
import * as z from 'zod/mini'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { FromSession } from '../transport/rights.ts'
import { Answers, Valid } from '../transport/valid.ts'
import { PeopleService } from './people.service.ts'
import { PersonalTokensService } from './personal-tokens.service.ts'
import { SignInCodesService } from './sign-in-codes.service.ts'

const SignInCode = z.object({ code: z.string() })

/** What every signed-in person may do with their own account. */
@Controller('api/v1')
export class AccountController {
  constructor(
    private readonly people: PeopleService,
    private readonly tokens: PersonalTokensService,
    private readonly codes: SignInCodesService,
  ) {}

  @Get('me')
  @Answers(Me)
  me(@CurrentActor() actor: Actor): Promise<Me> {
    return this.people.me(actor)
  }

  @Get('tokens')
  @Answers(z.array(PersonalToken))
  list(@CurrentActor() actor: Actor): Promise<PersonalToken[]> {
    return this.tokens.list(actor)
  }

  @Post('tokens')
  @FromSession('token:create')
  @Answers(CreatedToken)
  create(@CurrentActor() actor: Actor, @Valid(CreateToken) body: CreateToken): Promise<CreatedToken> {
    return this.tokens.create(actor, body)
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.tokens.revoke(actor, id)
  }

  @Post('sign-in-codes')
  @FromSession('session:create')
  @Answers(SignInCode)
  async createCode(
    @CurrentActor() actor: Actor,
    @Valid(CreateSignInCode) { challenge }: CreateSignInCode,
  ): Promise<z.infer<typeof SignInCode>> {
    return { code: await this.codes.create(actor.personId, challenge) }
  }
}
