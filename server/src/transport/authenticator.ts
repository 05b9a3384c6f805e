import type { Actor } from './actor.ts'

/** Turns a bearer token into the person behind it. Errors: TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED. */
export abstract class Authenticator {
  abstract authenticate(token: string): Promise<Actor>
}
