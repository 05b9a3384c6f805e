import type { Uri } from 'vscode'
import { addressOf } from './address.ts'

/**
 * Settings of every `lienthong:` folder, served as its `.vscode/settings.json`. Saving only waits until what was typed is on the
 * server's disk, which happens anyway: without auto-save the tabs of everybody would carry a dot as soon as anybody types.
 */
export const folderSettings = `${JSON.stringify({ 'files.autoSave': 'afterDelay', 'files.autoSaveDelay': 1000, 'files.eol': '\n' }, null, 2)}\n`

export const isFolderSettings = ({ path }: Uri): boolean => {
  if (!path.endsWith('/.vscode/settings.json')) return false
  const { kind } = addressOf(path.slice(0, -'/.vscode/settings.json'.length))
  return kind === 'root' || kind === 'database'
}
