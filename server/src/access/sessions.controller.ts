import {
  ExchangeSignInCode,
  RefreshSession,
  SignedIn,
  SignIn,
  SignInLink,
  UseSignInLink,
} from '@lienthong/protocol'
import { Controller, Delete, Get, HttpCode, Ip, Param, Post } from '@nestjs/common'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Public } from '../transport/rights.ts'
import { Answers, Valid } from '../transport/valid.ts'
import { RateLimits } from './rate-limits.ts'
import { accountOf, SessionsService } from './sessions.service.ts'
import { SignInCodesService } from './sign-in-codes.service.ts'
import { SignInLinksService } from './sign-in-links.service.ts'

/** Everything that begins, renews or ends a session. */
@Controller('api/v1')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly codes: SignInCodesService,
    private readonly links: SignInLinksService,
    private readonly limits: RateLimits,
  ) {}

  @Post('sessions')
  @Public()
  @Answers(SignedIn)
  signIn(@Valid(SignIn) body: SignIn, @Ip() address: string): Promise<SignedIn> {
    return this.limits.guard(address, accountOf(body.username), () => this.sessions.signIn(body))
  }

  @Post('sessions/refresh')
  @Public()
  @Answers(SignedIn)
  refresh(@Valid(RefreshSession) { refreshToken }: RefreshSession, @Ip() address: string): Promise<SignedIn> {
    return this.limits.guard(address, null, () => this.sessions.refresh(refreshToken))
  }

  @Delete('sessions/current')
  @HttpCode(204)
  signOut(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.signOut(actor)
  }

  @Post('sessions/code')
  @Public()
  @Answers(SignedIn)
  exchange(@Valid(ExchangeSignInCode) body: ExchangeSignInCode, @Ip() address: string): Promise<SignedIn> {
    return this.limits.guard(address, null, () => this.codes.exchange(body))
  }

  @Get('sign-in-links/:token')
  @Public()
  @Answers(SignInLink)
  describe(@Param('token') token: string, @Ip() address: string): Promise<SignInLink> {
    return this.limits.guard(address, null, () => this.links.describe(token))
  }

  @Post('sign-in-links/:token')
  @Public()
  @Answers(SignedIn)
  follow(
    @Param('token') token: string,
    @Valid(UseSignInLink) details: UseSignInLink,
    @Ip() address: string,
  ): Promise<SignedIn> {
    return this.limits.guard(address, null, () => this.links.use(token, details))
  }
}
