import type { ExtensionContext } from 'vscode'
import { activate as activateEverywhere } from './activate.ts'
import { registerPluginAuthor } from './plugin-author/plugin-author.ts'

export { deactivate } from './activate.ts'

/** Entry of the desktop and remote extension host (Node), which can run processes. */
export const activate = (context: ExtensionContext): Promise<void> =>
  activateEverywhere(context, registerPluginAuthor)
