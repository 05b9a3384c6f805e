import { commands, l10n, window } from 'vscode'
import { textOf } from './errors.ts'
import type { Server } from './server.ts'

/** Says once that the server refused this account, and offers the way on. Until then nothing is tried again. */
export const announceRefusals = (server: Server): void => {
  let isShown = false
  server.onDidChangeState(async state => {
    if (state.kind !== 'refused' || isShown) return
    isShown = true
    const again = l10n.t('Sign In Again')
    const chosen = await window.showErrorMessage(textOf(state.error), again)
    isShown = false
    if (chosen === again) await commands.executeCommand('lienthong.signInAgain')
  })
}
