import { type Me, ProtocolError, pageOf } from '@lienthong/protocol'
import {
  type ConnectionState,
  RestClient,
  ServerConnection,
  type Unsubscribe,
} from '@lienthong/protocol/client'
import { commands, EventEmitter } from 'vscode'
import type * as z from 'zod/mini'
import { type Account, identityOf } from './account.ts'
import type { Accounts } from './accounts.ts'
import { serverUrl } from './settings.ts'
import type { Storage } from './storage-folders.ts'

/** Where the editor stands with the server. */
export type ServerState = ConnectionState | { kind: 'signed-out' }

/** The one server that this window works with: its records over REST, its documents over one socket that lives while somebody is signed in. */
export class Server {
  private readonly stateChanged = new EventEmitter<ServerState>()
  private readonly connectionChanged = new EventEmitter<ServerConnection | undefined>()
  readonly onDidChangeState = this.stateChanged.event
  /** Another account or address: everything read so far is void. */
  readonly onDidChangeConnection = this.connectionChanged.event
  private current: ServerConnection | undefined
  private identity: string | undefined
  private stopListening: Unsubscribe = () => {}
  private rest: RestClient

  constructor(
    private readonly accounts: Accounts,
    private readonly storage: Storage,
  ) {
    this.rest = this.restClient()
    accounts.onDidChange(() => this.follow())
  }

  get state(): ServerState {
    return this.current?.state ?? { kind: 'signed-out' }
  }

  /** The REST API as the person who is signed in. Errors: TOKEN_MISSING when nobody is. */
  async records(): Promise<RestClient> {
    await this.accounts.known
    if (!this.me) throw new ProtocolError('TOKEN_MISSING')
    return this.rest
  }

  /** Every item of a paged list. Errors: TOKEN_MISSING, the server's. */
  async all<T extends z.ZodMiniType>(path: string, item: T): Promise<z.infer<T>[]> {
    const records = await this.records()
    const items: z.infer<T>[] = []
    let next: string | null = null
    do {
      const query: string = next === null ? '' : `&cursor=${encodeURIComponent(next)}`
      const page = await records.get(`${path}?limit=200${query}`, pageOf(item))
      items.push(...page.items)
      next = page.next
    } while (next !== null)
    return items
  }

  get connection(): ServerConnection | undefined {
    return this.current
  }

  get me(): Me | undefined {
    return this.accounts.current?.me
  }

  /** For a program that works for the person who is signed in. Errors: TOKEN_MISSING when nobody is, the server's when it refuses to renew. */
  async credentials(): Promise<{ url: string; token: string }> {
    await this.accounts.known
    const token = await this.accounts.token()
    return { url: serverUrl(), token }
  }

  /** Connects at once, with a fresh token. */
  reconnect(): void {
    this.current?.reconnect()
  }

  async dispose(): Promise<void> {
    this.stopListening()
    await this.current?.close()
    this.stateChanged.dispose()
    this.connectionChanged.dispose()
  }

  /** A renewed token changes nothing here; another person or server changes everything. */
  private follow(): void {
    const account = this.accounts.current
    const identity = identityIn(this.accounts)
    if (identity === this.identity) {
      if (this.current?.state.kind === 'refused') this.current.reconnect()
      return
    }
    this.identity = identity
    this.stopListening()
    const previous = this.current
    this.rest = this.restClient()
    this.current = account && this.connect(account)
    this.connectionChanged.fire(this.current)
    this.stateChanged.fire(this.state)
    void commands.executeCommand('setContext', 'lienthong.signedIn', account !== undefined)
    void previous?.close()
  }

  private connect(account: Account): ServerConnection {
    const connection = new ServerConnection({
      url: account.serverUrl,
      token: () => this.accounts.token(),
      unsent: documentId => this.storage.unsent(account, documentId),
    })
    this.stopListening = connection.onState(state => this.stateChanged.fire(state))
    return connection
  }

  /** Sends nobody's token but that of whom it was made for: somebody may go on with it after another account or server was chosen. */
  private restClient(): RestClient {
    const { accounts, identity } = this
    const token = async () => (identity && identityIn(accounts) === identity ? accounts.token() : undefined)
    return new RestClient({ url: serverUrl(), token })
  }
}

const identityIn = ({ current }: Accounts): string | undefined => current && identityOf(current)
