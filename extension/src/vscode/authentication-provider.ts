import {
  type AuthenticationProvider,
  type AuthenticationProviderAuthenticationSessionsChangeEvent,
  type AuthenticationSession,
  EventEmitter,
  l10n,
  window,
} from 'vscode'
import { type Account, identityOf } from './account.ts'
import { type Accounts, accountOfSession, accountOfToken } from './accounts.ts'
import type { BrowserSignIn } from './browser-sign-in.ts'
import { Cancelled } from './errors.ts'

/** What happens when a person leaves an account. */
export interface Leaving {
  /** May ask; throws Cancelled for who stays. */
  before(): Promise<void>
  after(account: Account): Promise<void>
}

/** Shows the account in VS Code's Accounts menu and signs in from there or by command. */
export class LienThongAuthenticationProvider implements AuthenticationProvider {
  private readonly changed = new EventEmitter<AuthenticationProviderAuthenticationSessionsChangeEvent>()
  readonly onDidChangeSessions = this.changed.event
  private shown: AuthenticationSession[] = []

  constructor(
    private readonly accounts: Accounts,
    private readonly browser: BrowserSignIn,
    private readonly leaving: Leaving,
  ) {
    accounts.onDidChange(account => this.show(account ? [sessionOf(account)] : []))
  }

  async getSessions(): Promise<AuthenticationSession[]> {
    return this.shown
  }

  /** Asks how to sign in, then does it. */
  async createSession(): Promise<AuthenticationSession> {
    const ways = [
      { label: `$(globe) ${l10n.t('With the browser')}`, run: () => this.signInWithBrowser() },
      { label: `$(key) ${l10n.t('With a personal token')}`, run: () => this.signInWithToken() },
    ]
    const way = await window.showQuickPick(ways, { title: l10n.t('Sign in to Liên Thông') })
    if (!way) throw new Cancelled()
    await way.run()
    const [session] = this.shown
    if (!session) throw new Cancelled()
    return session
  }

  async removeSession(): Promise<void> {
    const { current } = this.accounts
    await this.leaving.before()
    await this.accounts.forget()
    if (current) await this.leaving.after(current)
  }

  async signInWithBrowser(): Promise<void> {
    await this.enter(accountOfSession(await this.browser.run()))
  }

  async signInWithToken(): Promise<void> {
    const token = await window.showInputBox({
      title: l10n.t('Sign in to Liên Thông'),
      prompt: l10n.t('Personal access token, as the portal showed it once'),
      placeHolder: 'ltp_…',
      password: true,
      ignoreFocusOut: true,
    })
    if (!token) throw new Cancelled()
    await this.enter(await accountOfToken(token.trim()))
  }

  /** The same person goes on where they were, with everything that is not sent yet; another one leaves that behind. */
  private async enter(account: Account): Promise<void> {
    const { current } = this.accounts
    const left = current && identityOf(current) !== identityOf(account) ? current : undefined
    if (left) await this.leaving.before()
    await this.accounts.keep(account)
    if (left) await this.leaving.after(left)
  }

  private show(sessions: AuthenticationSession[]): void {
    const before = this.shown
    const isSame = before[0]?.id === sessions[0]?.id
    this.shown = sessions
    if (isSame) return
    this.changed.fire({ added: sessions, removed: before, changed: [] })
  }
}

/** The token itself stays here: what VS Code hands to other extensions is no right to act. */
const sessionOf = (account: Account): AuthenticationSession => ({
  id: identityOf(account),
  accessToken: '',
  account: {
    id: account.me.person.id,
    label: `${account.me.person.displayName} (${new URL(account.serverUrl).host})`,
  },
  scopes: [],
})
