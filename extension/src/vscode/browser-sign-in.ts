import { SignedIn } from '@lienthong/protocol'
import { RestClient } from '@lienthong/protocol/client'
import { type CancellationToken, commands, env, l10n, ProgressLocation, Uri, window } from 'vscode'
import { Cancelled } from './errors.ts'
import { createProof } from './pkce.ts'
import { serverUrl } from './settings.ts'

/** What the browser brings back. */
interface Return {
  code: string
  state: string
}

/** Signs in through the portal in the person's browser: consent there, a one-time code back here, exchanged with its proof (PKCE). */
export class BrowserSignIn {
  private readonly waiting = new Map<string, (code: string) => void>()

  constructor(private readonly extensionId: string) {}

  /** Errors: the server's, or Cancelled. */
  async run(): Promise<SignedIn> {
    const proof = await createProof()
    const callback = await env.asExternalUri(Uri.parse(`${env.uriScheme}://${this.extensionId}/signed-in`))
    const query = new URLSearchParams({
      callback: callback.toString(true),
      challenge: proof.challenge,
      state: proof.state,
    })
    const url = serverUrl()
    // As a string: a Uri would decode the callback inside of the query and encode it differently again.
    await commands.executeCommand('vscode.open', `${url}/authorize?${query}`)
    const code = await this.codeFor(proof.state)
    return new RestClient({ url }).post('/sessions/code', SignedIn, { code, verifier: proof.verifier })
  }

  /** Hands in what the browser brought back; answers whether a sign-in was waiting for it. */
  receive({ code, state }: Return): boolean {
    const resolve = this.waiting.get(state)
    resolve?.(code)
    return resolve !== undefined
  }

  private codeFor(state: string): Promise<string> {
    const progress = {
      location: ProgressLocation.Notification,
      title: l10n.t('Waiting for your browser…'),
      cancellable: true,
    }
    const wait = (_: unknown, cancellation: CancellationToken) =>
      new Promise<string>((resolve, reject) => {
        this.waiting.set(state, resolve)
        cancellation.onCancellationRequested(() => reject(new Cancelled()))
      })
    return Promise.resolve(window.withProgress(progress, wait)).finally(() => this.waiting.delete(state))
  }
}
