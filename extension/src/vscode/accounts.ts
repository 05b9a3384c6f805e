import { Me, ProtocolError, SignedIn } from '@lienthong/protocol'
import { RestClient } from '@lienthong/protocol/client'
import { EventEmitter, type SecretStorage } from 'vscode'
import { type Account, isSignedOut } from './account.ts'
import { demoToken, serverUrl } from './settings.ts'

export const accountOfSession = ({ me, ...tokens }: SignedIn): Account => ({
  kind: 'session',
  serverUrl: serverUrl(),
  me,
  tokens,
})

/** Checks a personal token with the server. Errors: the server's. */
export const accountOfToken = async (token: string, kind: 'token' | 'demo' = 'token'): Promise<Account> => ({
  kind,
  serverUrl: serverUrl(),
  token,
  me: await meOf(token),
})

const secretKey = 'lienthong.account'

/** Renewed this long before it ends, so that no request meets an expired token on a slow line. */
const marginMs = 60_000

/** Pause before a demo token is tried again: short enough for a server that starts beside the editor. */
const loadAgainMs = 2_000

/** The one account of this editor, kept in the system's secret storage and shared by all windows. */
export class Accounts {
  private readonly changed = new EventEmitter<Account | undefined>()
  private readonly signedOut = new EventEmitter<Account>()
  readonly onDidChange = this.changed.event
  /** Another window has signed this account out, or somebody else in. Told once it is not the current one any more. */
  readonly onDidSignOutElsewhere = this.signedOut.event
  private renewal: Promise<string> | undefined
  private account: Account | undefined
  private becomeKnown: () => void = () => {}
  private nextLoad: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly secrets: SecretStorage) {
    secrets.onDidChange(({ key }) => {
      if (key === secretKey) void this.follow()
    })
  }

  /** Settles once it is known for the first time whether anybody is signed in. */
  readonly known: Promise<void> = new Promise(resolve => {
    this.becomeKnown = resolve
  })

  get current(): Account | undefined {
    return this.account
  }

  /** Reads the stored account of the set server, or uses the demo token where there is none. A silent server is asked again. */
  async load(): Promise<void> {
    clearTimeout(this.nextLoad)
    try {
      this.enter((await this.stored()) ?? (await demoAccount()))
    } catch (error) {
      this.enter(undefined)
      if (!(error instanceof ProtocolError) || error.retry === 'no') throw error
      this.nextLoad = setTimeout(() => void this.load().catch(() => undefined), loadAgainMs)
    }
  }

  dispose(): void {
    clearTimeout(this.nextLoad)
    this.changed.dispose()
    this.signedOut.dispose()
  }

  /** A token that is valid for at least a minute. Errors: TOKEN_MISSING when nobody is signed in, the server's when it refuses to renew. */
  async token(): Promise<string> {
    const account = this.account
    if (!account) throw new ProtocolError('TOKEN_MISSING')
    if (account.kind !== 'session') return account.token
    if (isFresh(account.tokens)) return account.tokens.accessToken
    this.renewal ??= this.renew(account.tokens.refreshToken).finally(() => {
      this.renewal = undefined
    })
    return this.renewal
  }

  /** Signs in, in every window of this editor. */
  async keep(account: Account): Promise<void> {
    this.enter(account)
    await this.secrets.store(secretKey, JSON.stringify(account))
  }

  /** Forgets the account here and ends its session on the server, if that answers. */
  async forget(): Promise<void> {
    const account = this.account
    if (!account) return
    if (account.kind === 'session') {
      const token = account.tokens.accessToken
      const rest = new RestClient({ url: account.serverUrl, token: async () => token })
      await rest.delete('/sessions/current').catch(() => undefined)
    }
    this.enter(undefined)
    await this.secrets.delete(secretKey)
  }

  /** What another window did. */
  private async follow(): Promise<void> {
    const before = this.account
    await this.load()
    if (before && isSignedOut(before, this.account, serverUrl())) this.signedOut.fire(before)
  }

  private async renew(refreshToken: string): Promise<string> {
    const elsewhere = await this.renewedElsewhere(refreshToken)
    if (elsewhere) return elsewhere
    try {
      const rest = new RestClient({ url: serverUrl() })
      const signedIn = await rest.post('/sessions/refresh', SignedIn, { refreshToken })
      await this.keep(accountOfSession(signedIn))
      return signedIn.accessToken
    } catch (error) {
      const late = await this.renewedElsewhere(refreshToken)
      if (late) return late
      throw beyondRenewal(error)
    }
  }

  /** Another window may have used the refresh token first: each works once. */
  private async renewedElsewhere(refreshToken: string): Promise<string | undefined> {
    const stored = await this.stored()
    if (stored?.kind !== 'session' || stored.tokens.refreshToken === refreshToken) return undefined
    this.enter(stored)
    return isFresh(stored.tokens) ? stored.tokens.accessToken : undefined
  }

  private async stored(): Promise<Account | undefined> {
    const text = await this.secrets.get(secretKey)
    const account = text === undefined ? undefined : (JSON.parse(text) as Account)
    return account?.serverUrl === serverUrl() ? account : undefined
  }

  private enter(account: Account | undefined): void {
    this.account = account
    this.changed.fire(account)
    this.becomeKnown()
  }
}

const isFresh = (tokens: Omit<SignedIn, 'me'>): boolean =>
  Date.parse(tokens.accessTokenExpiresAt) - Date.now() > marginMs

const meOf = (token: string): Promise<Me> =>
  new RestClient({ url: serverUrl(), token: async () => token }).get('/me', Me).catch((error: unknown) => {
    throw beyondRenewal(error)
  })

/** What has expired and cannot be renewed by itself asks for a person. */
const beyondRenewal = (error: unknown): unknown =>
  error instanceof ProtocolError && error.code === 'TOKEN_EXPIRED'
    ? new ProtocolError('TOKEN_INVALID')
    : error

const demoAccount = async (): Promise<Account | undefined> => {
  const token = demoToken()
  return token === undefined ? undefined : accountOfToken(token, 'demo')
}
