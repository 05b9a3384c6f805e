import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Request } from 'express'
import type { Actor } from './actor.ts'

/** A REST request after the guard has let it in. */
export interface ActorRequest extends Request {
  actor?: Actor
}

/** The person who calls this route. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<ActorRequest>()
  if (!actor) throw new Error('the route is public: it has no actor')
  return actor
})
