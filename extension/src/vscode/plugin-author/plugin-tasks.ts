import { l10n, window } from 'vscode'
import { Cancelled } from '../errors.ts'
import type { Server } from '../server.ts'
import { runAsTask } from './command-task.ts'
import { environmentOf } from './environment.ts'
import { choosePlugin } from './plugin-folders.ts'

/** Runs its cases in the sandbox that servers use. Errors: those of choosing. */
export const testPlugin = async (): Promise<void> => {
  const { name, path, command } = await choosePlugin(l10n.t('Test which plugin?'))
  await runAsTask({ command, words: ['test'], folder: path, title: l10n.t('Test {0}', name) })
}

/** Writes what is sent into `dist`. Errors: those of choosing. */
export const packPlugin = async (): Promise<void> => {
  const { name, path, command } = await choosePlugin(l10n.t('Pack which plugin?'))
  await runAsTask({ command, words: ['pack'], folder: path, title: l10n.t('Pack {0}', name) })
}

/** Sends it to the server of this window, as the person who is signed in here. Errors: those of choosing, TOKEN_MISSING. */
export const publishPlugin = async (server: Server): Promise<void> => {
  const { name, path, command } = await choosePlugin(l10n.t('Publish which plugin?'))
  const { LIENTHONG_SERVER: url } = await environmentOf(server)
  const yes = l10n.t('Publish')
  const question = l10n.t(
    'Send {0} to {1}? A version stays as it is; somebody else has to approve it.',
    name,
    url,
  )
  if ((await window.showInformationMessage(question, { modal: true }, yes)) !== yes) throw new Cancelled()
  const env = () => environmentOf(server)
  await runAsTask({ command, words: ['publish'], folder: path, title: l10n.t('Publish {0}', name), env })
}
