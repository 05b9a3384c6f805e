import { type TextDocument, workspace } from 'vscode'
import { isSavedAsIs } from '../core/saved-as-is.ts'
import { pendingOf } from '../core/session-state.ts'
import type { EditorBindings } from './editor-bindings.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'
import { Soon } from './soon.ts'

/** As long as auto-save in a `lienthong:` folder waits (see folder-settings.ts). */
const settleMs = 1_000

/**
 * Takes the dot of unsaved changes off a document that is on the server's disk wholly. Folders say so by a setting of theirs;
 * a window without a folder has nowhere to say it.
 */
export class QuietSaving {
  private readonly updates = new Map<OpenDocument, Soon>()
  /**
   * The version that was saved last. `isDirty` does not tell it: the editor says of what was typed while a save was under way that
   * it is saved, and keeps the dot.
   */
  private readonly savedVersions = new WeakMap<TextDocument, number>()

  constructor(
    documents: OpenDocuments,
    private readonly bindings: EditorBindings,
  ) {
    documents.onDidOpen(document => this.follow(document))
    documents.onDidClose(document => {
      this.updates.get(document)?.dispose()
      this.updates.delete(document)
    })
  }

  dispose(): void {
    for (const update of this.updates.values()) update.dispose()
  }

  private follow(document: OpenDocument): void {
    const update = new Soon(() => this.save(document), settleMs)
    this.updates.set(document, update)
    document.session.onState(() => update.later())
    document.session.text.observe(() => update.later())
  }

  /** What is on its way changes the state or the text once more, and this is asked again. */
  private save(document: OpenDocument): void {
    const { state } = document.session
    const shown = this.bindings.textDocumentOf(document)
    if (!shown || state.kind !== 'live' || pendingOf(state) > 0) return
    if (!this.bindings.at(shown)?.isSettled) this.updates.get(document)?.later()
    else if (this.savedVersions.get(shown) !== shown.version) void this.saveAsIs(shown)
  }

  /** What is saved already is left alone by the editor. What cannot be saved now is tried again after the next change. */
  private async saveAsIs(shown: TextDocument): Promise<void> {
    const settings = workspace.getConfiguration(undefined, shown)
    if (!isSavedAsIs(name => settings.get(name))) return
    const { version } = shown
    if (await shown.save()) this.savedVersions.set(shown, version)
  }
}
