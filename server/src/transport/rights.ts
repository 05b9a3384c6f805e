import type { Action } from '@lienthong/protocol'
import { Reflector } from '@nestjs/core'

/** Opens a route to callers without a token. Every other route needs one. */
export const PublicRoute = Reflector.createDecorator<boolean>()
export const Public = () => PublicRoute(true)

/** Lets in only who has the action somewhere. Where exactly is checked with `AccessService.require`. */
export const Requires = Reflector.createDecorator<Action>()

/** Keeps personal tokens out, naming what they may not do: what they could make would outlive their own end (rule A5). */
export const FromSession = Reflector.createDecorator<string>()
