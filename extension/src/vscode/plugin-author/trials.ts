import { commands, Disposable, l10n, window, workspace } from 'vscode'
import type { TrialEnd } from '../../core/plugin-author/trial-process.ts'
import type { Parts } from '../commands.ts'
import { noNode } from './command-terminal.ts'
import { choosePlugin } from './plugin-folders.ts'
import { Trial } from './trial.ts'
import { chooseSubject } from './trial-subject.ts'

/** The one plugin that is tried in this window, from the command until it is stopped, its document closed or its person signed out. */
export class Trials {
  private current: Trial | undefined
  private readonly owned: Disposable

  constructor(private readonly parts: Pick<Parts, 'server' | 'documents'>) {
    this.owned = Disposable.from(
      workspace.onDidCloseTextDocument(
        document => this.current?.subject.document === document && this.stop(),
      ),
      parts.server.onDidChangeConnection(() => this.current?.subject.isOnServer && this.stop()),
    )
  }

  /** Errors: those of choosing a plugin and a document, and of the person's token. */
  async start(): Promise<void> {
    const subject = chooseSubject(this.parts.documents)
    const plugin = await choosePlugin(l10n.t('Try which plugin on {0}?', subject.name))
    this.stop()
    const trial: Trial = new Trial(plugin, subject, this.parts.server, end => {
      // What comes of one that was stopped concerns nobody any more.
      if (this.current !== trial) return
      this.stop()
      void window.showErrorMessage(wordsOf(end, plugin.name))
    })
    this.setCurrent(trial)
    await trial.run().catch(error => {
      if (this.current !== trial) return
      this.stop()
      throw error
    })
  }

  stop(): void {
    this.current?.dispose()
    this.setCurrent(undefined)
  }

  dispose(): void {
    this.stop()
    this.owned.dispose()
  }

  private setCurrent(trial: Trial | undefined): void {
    this.current = trial
    void commands.executeCommand('setContext', 'lienthong.tryingPlugin', trial !== undefined)
  }
}

const wordsOf = (end: TrialEnd, plugin: string): string => {
  switch (end.kind) {
    case 'no-node':
      return noNode()
    case 'not-understood':
      return l10n.t('{0} cannot be tried: its “lienthong” is of another version than this extension.', plugin)
    case 'refused':
      return l10n.t('{0} is tried no longer. {1}', plugin, end.words)
  }
}
