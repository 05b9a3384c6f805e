import { commands, type Disposable, type ExtensionContext, l10n, workspace } from 'vscode'
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
    registerTrusted('newPlugin', () => newPlugin(dialogs)),
    registerTrusted('tryPlugin', () => trials.start()),
    register('stopTryingPlugin', () => trials.stop()),
    registerTrusted('testPlugin', () => testPlugin()),
    registerTrusted('packPlugin', () => packPlugin()),
    registerTrusted('publishPlugin', () => publishPlugin(parts.server)),
  ]
}

/** The palette leaves them out elsewhere; keys and other extensions do not look there. */
const registerTrusted = (name: string, run: () => unknown): Disposable =>
  register(name, () => {
    if (!workspace.isTrusted)
      throw new Error(l10n.t('Plugins are written in trusted windows only: code of their folders runs.'))
    return run()
  })

const offerWhereTrusted = (): void => {
  void commands.executeCommand('setContext', 'lienthong.canWritePlugins', workspace.isTrusted)
}
