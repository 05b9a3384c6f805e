import type { CheckedRound, TrialRound } from '@lienthong/protocol'
import { Disposable, workspace } from 'vscode'
import { type TrialEnd, TrialProcess } from '../../core/plugin-author/trial-process.ts'
import { isAbout } from '../../core/plugin-author/tried-places.ts'
import { textOf } from '../errors.ts'
import { lang, localText } from '../language.ts'
import type { Server } from '../server.ts'
import { Soon } from '../soon.ts'
import { environmentOf } from './environment.ts'
import type { PluginFolder } from './plugin-folders.ts'
import { TrialItem } from './trial-item.ts'
import type { TrialSubject } from './trial-subject.ts'
import { TriedDiagnostics } from './tried-diagnostics.ts'

/** A fresh token that is refused as expired would be refused again. */
const shortestMs = 60_000

/** Long enough to compare the text once for many keystrokes. */
const settleMs = 50

/** A plugin at work on one document, for its author only. */
export class Trial {
  private readonly item: TrialItem
  private readonly diagnostics: TriedDiagnostics
  private readonly compare = new Soon(() => this.showNewest(), settleMs)
  private readonly owned: Disposable
  private process: TrialProcess | undefined
  private startedAt = 0
  private isOver = false
  /** It may be about other words than this editor shows: the command sees others' before it does, and those of a file once they are saved. */
  private newest: CheckedRound | undefined

  constructor(
    private readonly plugin: PluginFolder,
    readonly subject: TrialSubject,
    private readonly server: Server,
    private readonly onEnd: (end: TrialEnd) => void,
  ) {
    this.item = new TrialItem(plugin.name, subject.name)
    this.diagnostics = new TriedDiagnostics(subject)
    this.owned = Disposable.from(
      this.item,
      this.diagnostics,
      this.compare,
      workspace.onDidChangeTextDocument(
        ({ document }) => document === subject.document && this.compare.later(),
      ),
    )
  }

  /** Errors: TOKEN_MISSING and those of renewing the token, for a document of the server. */
  async run(): Promise<void> {
    const env = this.subject.isOnServer ? await environmentOf(this.server) : {}
    if (this.isOver) return
    this.process?.stop()
    this.startedAt = Date.now()
    this.process = new TrialProcess({
      command: this.plugin.command,
      folder: this.plugin.path,
      subject: this.subject.option,
      lang: lang(),
      env,
      onRound: round => this.take(round),
      onEnd: end => this.onEnd(end),
    })
  }

  dispose(): void {
    this.isOver = true
    this.process?.stop()
    this.owned.dispose()
  }

  private take(round: TrialRound): void {
    if (round.state === 'checked') {
      this.newest = round
      this.showNewest()
    } else if (round.code === 'TOKEN_EXPIRED' && Date.now() - this.startedAt > shortestMs) {
      // Once: more of them may come before the next process has started.
      this.startedAt = Date.now()
      this.run().catch(error => this.onEnd({ kind: 'refused', words: textOf(error) }))
    } else {
      this.newest = undefined
      this.item.showRefusal(localText(round.message))
      this.diagnostics.showRefusal(this.plugin.name, round.message)
    }
  }

  /** Findings stay until newer ones fit what the editor shows. */
  private showNewest(): void {
    const { newest, subject } = this
    if (!newest) return
    if (isAbout(newest, subject.document.getText())) {
      this.item.showRound(newest)
      this.diagnostics.show(newest)
    } else if (!subject.isOnServer && subject.document.isDirty) this.item.showUnsaved()
  }
}
