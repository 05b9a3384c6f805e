import { type TextDocument, workspace } from 'vscode'
import { saveText } from '../core/save.ts'
import type { OpenDocument } from './open-documents.ts'

/** Tells the saving of an editor, whose text is bound already, from a program that writes a document anew (rule B8). */
export class Saving {
  private readonly saving = new Set<string>()
  private readonly listeners = [
    workspace.onWillSaveTextDocument(({ document }) => this.saving.add(document.uri.toString())),
    workspace.onDidSaveTextDocument(({ uri }) => this.saving.delete(uri.toString())),
  ]

  dispose(): void {
    for (const listener of this.listeners) listener.dispose()
  }

  /** Resolves when the document, with this text in it, is on the server's disk. An editor's text may be a moment behind others' changes: it takes nothing back. */
  async save({ uri, session }: OpenDocument, content: string): Promise<void> {
    const key = uri.toString()
    const isEditors = this.saving.delete(key) || editorOf(key)?.getText() === content
    await saveText(session, isEditors ? session.text.toString() : content)
  }
}

const editorOf = (key: string): TextDocument | undefined =>
  workspace.textDocuments.find(({ uri }) => uri.toString() === key)
