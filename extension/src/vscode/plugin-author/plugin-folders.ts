import { basename } from 'node:path'
import { l10n, window, workspace } from 'vscode'
import { commandFor } from '../../core/plugin-author/own-command.ts'
import { pluginFoldersIn } from '../../core/plugin-author/plugin-folders.ts'
import { Cancelled } from '../errors.ts'

/** A plugin's sources in a folder of this window. */
export interface PluginFolder {
  /** That of its folder, as `plugin new` makes it. */
  readonly name: string
  readonly path: string
  /** The script of its project's `lienthong`. */
  readonly command: string
}

/** The one plugin of this window, or the one that the person picks. Errors: Cancelled; in words when there is none, or no `lienthong` for it. */
export const choosePlugin = async (title: string): Promise<PluginFolder> => {
  const found = await pluginFolders()
  if (found.length === 0)
    throw new Error(
      l10n.t('No folder of this window holds a plugin. Make one with “New Plugin”, or open its folder.'),
    )
  const path = found.length === 1 ? found[0] : await pick(found, title)
  if (path === undefined) throw new Cancelled()
  const name = basename(path)
  const command = commandFor(path)
  if (command === undefined)
    throw new Error(
      l10n.t('{0} has no “lienthong” command yet. Run “npm install” in its folder first: {1}', name, path),
    )
  return { name, path, command }
}

const pick = async (found: readonly string[], title: string): Promise<string | undefined> => {
  const items = found.map(path => ({
    label: basename(path),
    description: workspace.asRelativePath(path),
    path,
  }))
  return (await window.showQuickPick(items, { title }))?.path
}

const pluginFolders = async (): Promise<string[]> => {
  const roots = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file')
  const found = await Promise.all(roots.map(({ uri }) => pluginFoldersIn(uri.fsPath)))
  return [...new Set(found.flat())]
}
