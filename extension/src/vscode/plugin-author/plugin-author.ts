import { commands, type Disposable, type ExtensionContext, workspace } from 'vscode'
import { type Parts, register } from '../commands.ts'
import { FileDialogs } from '../files/file-dialogs.ts'
import { newPlugin } from './new-plugin.ts'
import { packPlugin, publishPlugin, testPlugin } from './plugin-tasks.ts'
import { Trials } from './trials.ts'

/**
 * Writing plugins (rules E32, E33): the commands of `lienthong plugin` in the palette, and what a plugin finds while it is written. They run
 * code of the window's folders, so only where these are trusted, and processes, so not in a browser.
 */
export const registerPluginAuthor = (context: ExtensionContext, parts: Parts): Disposable[] => {
  const trials = new Trials(parts)
  const dialogs = new FileDialogs(context)
  offerWhereTrusted()
  return [
    trials,
    workspace.onDidGrantWorkspaceTrust(offerWhereTrusted),
    register('newPlugin', () => newPlugin(dialogs)),
    register('tryPlugin', () => trials.start()),
    register('stopTryingPlugin', () => trials.stop()),
    register('testPlugin', () => testPlugin()),
    register('packPlugin', () => packPlugin()),
    register('publishPlugin', () => publishPlugin(parts.server)),
  ]
}

const offerWhereTrusted = (): void => {
  void commands.executeCommand('setContext', 'lienthong.canWritePlugins', workspace.isTrusted)
}
