import type { Me, SignedIn } from '@lienthong/protocol'

/** Who is signed in, where, and with what. `demo` comes from a setting and is never stored. */
export type Account = { serverUrl: string; me: Me } & (
  | { kind: 'session'; tokens: Omit<SignedIn, 'me'> }
  | { kind: 'token' | 'demo'; token: string }
)

/** The same person at the same server: a renewed or another token changes nothing else. */
export const identityOf = ({ me, serverUrl }: Account): string => `${me.person.id}@${serverUrl}`

/** Whether an account was left for nobody's or another one at the same server. Work at another server leaves it signed in; a demo never was. */
export const isSignedOut = (before: Account, now: Account | undefined, serverUrl: string): boolean =>
  before.kind !== 'demo' &&
  before.serverUrl === serverUrl &&
  (now === undefined || identityOf(now) !== identityOf(before))
