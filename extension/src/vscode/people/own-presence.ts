import type { Selection } from '@lienthong/protocol'
import { selectionAt } from '@lienthong/protocol/client'
import { window } from 'vscode'
import { Attention } from '../../core/attention.ts'
import type { EditorBindings } from '../editor-bindings.ts'
import type { OpenDocuments } from '../open-documents.ts'
import { editorShowing } from '../shown-editor.ts'
import { Soon } from '../soon.ts'

/** The protocol's bound on carets of one person. */
const maxSelections = 32

/** Tells others where this person's carets are, in each document that they look at. */
export class OwnPresence {
  private readonly update = new Soon(() => this.announce(), 30)
  private readonly attention = new Attention(() => this.update.now())
  private readonly listeners = [
    window.onDidChangeTextEditorSelection(() => this.update.later()),
    window.onDidChangeActiveTextEditor(() => this.update.later()),
    window.onDidChangeVisibleTextEditors(() => this.update.later()),
    window.onDidChangeWindowState(() => this.noteAttention()),
  ]

  constructor(
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
  ) {
    documents.onDidOpen(() => this.update.later())
    this.noteAttention()
  }

  dispose(): void {
    this.update.dispose()
    this.attention.dispose()
    for (const listener of this.listeners) listener.dispose()
  }

  private noteAttention(): void {
    const { focused, active } = window.state
    this.attention.note(focused && active)
  }

  /** Away too where no editor shows the document. While one does, the carets stay known, so that others may go there (rule E12). */
  private announce(): void {
    for (const document of this.documents.all) {
      const shown = this.bindings.textDocumentOf(document)
      const editor = shown && editorShowing(shown)
      const binding = editor && this.bindings.at(editor.document)
      const selections: Selection[] = !binding
        ? []
        : editor.selections.slice(0, maxSelections).map(({ anchor, active }) =>
            selectionAt(document.session.text, {
              anchor: binding.documentOffset(anchor),
              head: binding.documentOffset(active),
            }),
          )
      document.session.presence.announce(selections, !editor || this.attention.isAway)
    }
  }
}
