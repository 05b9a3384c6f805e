import { commands, l10n, Uri, window, workspace } from 'vscode'
import { commandFor } from '../../core/plugin-author/own-command.ts'
import { Cancelled } from '../errors.ts'
import type { FileDialogs } from '../files/file-dialogs.ts'
import { runAsTask } from './command-task.ts'

/** Asks for a name and a folder, makes the plugin there and offers to open it. Errors: Cancelled; in words when there is no `lienthong`. */
export const newPlugin = async (dialogs: FileDialogs): Promise<void> => {
  const name = await askName()
  const parent = await dialogs.askFolder(l10n.t('New plugin: in which folder?'), l10n.t('Make It Here'))
  const command = commandNear(parent)
  if (command === undefined)
    throw new Error(
      l10n.t(
        'There is no “lienthong” command in {0}, above it or in this window. Run “npm install lienthong” there first.',
        parent.fsPath,
      ),
    )
  await requireTrust(parent)
  const title = l10n.t('Make {0}', name)
  // What goes wrong stands in the terminal.
  if (await runAsTask({ command, words: ['new', name], folder: parent.fsPath, title }))
    await offerToOpen(Uri.joinPath(parent, name), name)
}

const askName = async (): Promise<string> => {
  const name = await window.showInputBox({
    title: l10n.t('New plugin: its name'),
    prompt: l10n.t('Its rules are called by it, as in {0}.', 'my-rules/id-suffix'),
    value: 'my-rules',
    validateInput: entered =>
      /^[a-z][a-z0-9-]{1,63}$/.test(entered)
        ? undefined
        : l10n.t('Lower-case letters, digits and hyphens, a letter first: my-rules'),
  })
  if (name === undefined) throw new Cancelled()
  return name
}

/** A folder of this window has been asked about when it was opened. Errors: Cancelled. */
const requireTrust = async (parent: Uri): Promise<void> => {
  if (workspace.getWorkspaceFolder(parent)) return
  const run = l10n.t('Run It')
  const question = l10n.t('Run the “lienthong” that is installed in {0} or above it?', parent.fsPath)
  const detail = l10n.t('Only if you trust what is there: it can do on this machine whatever you can.')
  if ((await window.showWarningMessage(question, { modal: true, detail }, run)) !== run) throw new Cancelled()
}

/** Of the folder's project, else of one that is open in this window. */
const commandNear = (parent: Uri): string | undefined =>
  [parent, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri)]
    .filter(({ scheme }) => scheme === 'file')
    .map(({ fsPath }) => commandFor(fsPath))
    .find(command => command !== undefined)

const offerToOpen = async (folder: Uri, name: string): Promise<void> => {
  const open = l10n.t('Open')
  const beside = l10n.t('Open in New Window')
  const add = l10n.t('Add to Workspace')
  const ways = workspace.workspaceFolders ? [open, beside, add] : [open, beside]
  const chosen = await window.showInformationMessage(l10n.t('{0} is made. Open its folder?', name), ...ways)
  if (chosen === add)
    workspace.updateWorkspaceFolders(workspace.workspaceFolders?.length ?? 0, 0, { uri: folder })
  else if (chosen !== undefined)
    await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: chosen === beside })
}
