import { commands, Uri, type UriHandler } from 'vscode'
import { scheme } from './address.ts'
import type { BrowserSignIn } from './browser-sign-in.ts'

/** Addresses that a browser opens in this editor: the return of a sign-in, and "open in VS Code" of the portal. */
export class LinkHandler implements UriHandler {
  constructor(private readonly browser: BrowserSignIn) {}

  async handleUri({ path, query }: Uri): Promise<void> {
    const parameters = new URLSearchParams(query)
    if (path === '/signed-in') {
      this.browser.receive({ code: parameters.get('code') ?? '', state: parameters.get('state') ?? '' })
    } else if (path === '/open') {
      const uri = Uri.from({ scheme, path: parameters.get('path') ?? '/' })
      await commands.executeCommand('vscode.open', uri)
    }
  }
}
