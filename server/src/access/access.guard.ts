import { ProtocolError } from '@lienthong/protocol'
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common'
import { Reflector } from '@nestjs/core'
import type { ActorRequest } from '../transport/current-actor.ts'
import { FromSession, PublicRoute, Requires } from '../transport/rights.ts'
import { AccessService } from './access.service.ts'

/** Lets nobody through without a valid bearer token, unless the route is public (rule A1). */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true
    const targets = [context.getHandler(), context.getClass()]
    if (this.reflector.getAllAndOverride(PublicRoute, targets)) return true
    const request = context.switchToHttp().getRequest<ActorRequest>()
    const actor = await this.access.authenticate(bearerOf(request.headers.authorization))
    request.actor = actor
    const action = this.reflector.getAllAndOverride(Requires, targets)
    if (action && !this.access.canSomewhere(actor, action))
      throw new ProtocolError('RIGHT_MISSING', { action })
    const making = this.reflector.getAllAndOverride(FromSession, targets)
    if (making && !(await this.access.hasSession(actor)))
      throw new ProtocolError('RIGHT_MISSING', { action: making })
    return true
  }
}

const bearerOf = (header: string | undefined): string => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? ''
