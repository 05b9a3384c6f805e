import { EventEmitter } from 'vscode'
import { isGone } from './errors.ts'
import type { KeptDocuments } from './kept-documents.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'
import { StateKeeper } from './state-keeper.ts'

/** Has every open document kept, so that it opens without a server the next time (rule E30). */
export class DocumentKeeping {
  private readonly keepers = new Map<OpenDocument, StateKeeper>()
  private readonly written = new EventEmitter<void>()
  readonly onDidWrite = this.written.event

  constructor(
    private readonly kept: KeptDocuments,
    documents: OpenDocuments,
  ) {
    documents.onDidOpen(document => this.opened(document))
    documents.onDidClose(document => {
      const keeper = this.keepers.get(document)
      this.keepers.delete(document)
      void keeper?.write()
      keeper?.dispose()
    })
  }

  /** Whether closing VS Code now leaves the document here as it is, but for words that were not sent. */
  isKept(document: OpenDocument): boolean {
    return this.keepers.get(document)?.isKept ?? false
  }

  /** Writes what is new, at the end of the window. */
  async end(): Promise<void> {
    await Promise.all([...this.keepers.values()].map(keeper => keeper.write()))
  }

  private opened(document: OpenDocument): void {
    const { session, summary } = document
    const keeping = this.kept.keepingOf(summary)
    if (!keeping) return
    this.keepers.set(document, new StateKeeper(session, keeping.keep, () => this.written.fire()))
    session.onState(state => {
      if (state.kind === 'refused' && isGone(state.error)) keeping.remove().catch(() => undefined)
    })
  }
}
