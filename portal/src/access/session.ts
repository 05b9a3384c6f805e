import {
  type ErrorCode,
  Me,
  ProtocolError,
  SignedIn,
  type SignIn,
  type UseSignInLink,
} from '@lienthong/protocol'
import { type Fetch, RestClient } from '@lienthong/protocol/client'
import * as z from 'zod/mini'

export type SessionState =
  | { kind: 'restoring' }
  | { kind: 'signed-out'; reason: ErrorCode | null }
  | { kind: 'signed-in'; me: Me }

/** Runs a task while no other tab runs one. */
export type Exclusively = <T>(task: () => Promise<T>) => Promise<T>

type KeyValueStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface SessionOptions {
  /** The server's address. */
  url: string
  /** Of the browser: all its tabs share it. */
  storage: KeyValueStorage
  /** Of the tab: it survives a reload. */
  tabStorage: KeyValueStorage
  exclusively: Exclusively
  fetch: Fetch
}

/**
 * The key of the refresh token. It lies in localStorage, not sessionStorage: an editor opens `/authorize` in a new tab, which must find
 * the person signed in, and a duplicated tab would copy a sessionStorage token, whose second use revokes the whole family.
 * Scripts of this origin could read either; the server's content security policy lets no foreign script run.
 */
export const refreshTokenKey = 'lienthong.refresh-token'

/**
 * The key of the access token in sessionStorage. Were it in memory only, each reload would spend the refresh token, and a reload while
 * the answer is on its way would lose the next one: whoever pressed F5 twice would be signed out. It opens nothing that the refresh token does not.
 */
export const accessTokenKey = 'lienthong.access-token'

/** An access token that expires sooner than this is renewed first: longer than a slow request, shorter than its life of minutes. */
const renewBeforeMs = 30_000

/** However wrong the clock here is, a token is tried for this long; the server's refusal then renews it. */
const trustAtLeastMs = 60_000

/** Who is signed in in this browser, and the tokens that prove it. */
export class Session {
  /** The REST API as the person signed in. */
  readonly rest: RestClient
  private readonly anonymous: RestClient
  private current: SessionState = { kind: 'restoring' }
  private access: Access | null
  private renewal: Promise<string | undefined> | null = null
  private readonly listeners = new Set<() => void>()

  constructor(private readonly options: SessionOptions) {
    this.access = accessIn(options.tabStorage.getItem(accessTokenKey))
    this.anonymous = new RestClient({ url: options.url, fetch: options.fetch })
    this.rest = new RestClient({ url: options.url, token: this.token, fetch: this.fetchOrForget })
  }

  /** A new object whenever it changes. */
  readonly state = (): SessionState => this.current

  readonly onState = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** A valid access token, renewed when needed, or undefined when nobody is signed in (rule P6). */
  readonly token = async (): Promise<string | undefined> => {
    if (this.access && Date.now() < this.access.renewAt) return this.access.token
    this.renewal ??= this.renew().finally(() => {
      this.renewal = null
    })
    return this.renewal
  }

  /** Finds out whether this browser is signed in. A server that does not answer leaves the question open and is thrown. */
  async restore(): Promise<void> {
    const me = this.access ? await this.readMe() : null
    if (me) this.become({ kind: 'signed-in', me })
    else await this.token()
  }

  async signIn(credentials: SignIn): Promise<void> {
    this.enter(await this.anonymous.post('/sessions', SignedIn, credentials))
  }

  async useLink(token: string, account: UseSignInLink): Promise<void> {
    this.enter(await this.anonymous.post(`/sign-in-links/${encodeURIComponent(token)}`, SignedIn, account))
  }

  /** Ends the session here even if the server cannot be told. */
  async signOut(): Promise<void> {
    try {
      await this.rest.delete('/sessions/current')
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
    } finally {
      await this.renewal?.catch(() => undefined)
      this.leave(null)
    }
  }

  /** Another tab signed in or out. */
  followOtherTab(refreshToken: string | null): void {
    if (refreshToken === null) this.forget(null)
    else if (this.current.kind === 'signed-out') void this.token().catch(() => undefined)
  }

  /** Null when the access token is refused. */
  private async readMe(): Promise<Me | null> {
    try {
      return await this.rest.get('/me', Me)
    } catch (error) {
      if (isEndOfSession(error)) return null
      throw error
    }
  }

  private async renew(): Promise<string | undefined> {
    return this.options.exclusively(async () => {
      const refreshToken = this.options.storage.getItem(refreshTokenKey)
      if (refreshToken === null) {
        this.forget(null)
        return undefined
      }
      try {
        this.enter(await this.anonymous.post('/sessions/refresh', SignedIn, { refreshToken }))
      } catch (error) {
        if (!isEndOfSession(error)) throw error
        this.leave(error.code)
      }
      return this.access?.token
    })
  }

  private enter({ accessToken, accessTokenExpiresAt, refreshToken, me }: SignedIn): void {
    this.options.storage.setItem(refreshTokenKey, refreshToken)
    const now = Date.now()
    const renewAt = Math.max(Date.parse(accessTokenExpiresAt) - renewBeforeMs, now + trustAtLeastMs)
    this.keep({ token: accessToken, renewAt })
    this.become({ kind: 'signed-in', me })
  }

  private leave(reason: ErrorCode | null): void {
    this.options.storage.removeItem(refreshTokenKey)
    this.forget(reason)
  }

  private forget(reason: ErrorCode | null): void {
    this.keep(null)
    this.become({ kind: 'signed-out', reason })
  }

  private keep(access: Access | null): void {
    this.access = access
    if (access) this.options.tabStorage.setItem(accessTokenKey, JSON.stringify(access))
    else this.options.tabStorage.removeItem(accessTokenKey)
  }

  private become(state: SessionState): void {
    this.current = state
    for (const listener of this.listeners) listener()
  }

  /** A refused access token is dropped, whatever the clock here says. Renewing it at once also finds out whether the session was revoked. */
  private readonly fetchOrForget: Fetch = async (url, init) => {
    const answer = await this.options.fetch(url, init)
    if (answer.status === 401 && this.access) {
      this.keep(null)
      void this.token().catch(() => undefined)
    }
    return answer
  }
}

const Access = z.object({ token: z.string(), renewAt: z.number() })
type Access = z.infer<typeof Access>

/** What a stranger wrote there counts as nothing. */
const accessIn = (stored: string | null): Access | null => {
  try {
    const parsed = z.safeParse(Access, JSON.parse(stored ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

const endings: readonly ErrorCode[] = ['TOKEN_INVALID', 'TOKEN_EXPIRED', 'TOKEN_MISSING', 'MESSAGE_INVALID']

const isEndOfSession = (error: unknown): error is ProtocolError =>
  error instanceof ProtocolError && endings.includes(error.code)
