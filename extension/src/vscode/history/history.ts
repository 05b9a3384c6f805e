import { Disposable, window, workspace } from 'vscode'
import { register } from '../commands.ts'
import type { EditorBindings } from '../editor-bindings.ts'
import type { OpenDocuments } from '../open-documents.ts'
import type { Server } from '../server.ts'
import { AuthorBesideLine } from './author-beside-line.ts'
import { HistoryCommands } from './history-commands.ts'
import { HistoryRecords } from './history-records.ts'
import { HistoryStates, stateScheme } from './history-states.ts'
import { HistoryView } from './history-view.ts'
import { WhoWrote } from './who-wrote.ts'

/** What became of a document and who did it, in the editor (rules H6–H10). */
export class History {
  readonly view: HistoryView
  private readonly owned: Disposable

  constructor(server: Server, documents: OpenDocuments, bindings: EditorBindings) {
    const records = new HistoryRecords(server)
    const states = new HistoryStates(server, records)
    this.view = new HistoryView(documents, records)
    const commands = new HistoryCommands(documents, bindings, records, states, this.view)
    const whoWrote = new WhoWrote(documents, records, commands)
    const tree = window.createTreeView('lienthong.history', { treeDataProvider: this.view })
    this.view.showIn(tree)
    this.owned = Disposable.from(
      this.view,
      tree,
      workspace.registerTextDocumentContentProvider(stateScheme, states),
      ...commands.register(),
      register('whoWrote', () => whoWrote.pick()),
      new AuthorBesideLine(documents, whoWrote),
    )
  }

  dispose(): void {
    this.owned.dispose()
  }
}
