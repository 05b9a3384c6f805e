import {
  type TextDocument,
  type TextDocumentChangeEvent,
  TextDocumentChangeReason,
  type Uri,
  window,
  workspace,
} from 'vscode'
import { BufferBinding } from '../core/binding.ts'
import { hasOwnWords } from '../core/own-words.ts'
import { scheme } from './address.ts'
import { showError } from './errors.ts'
import { keepWords } from './kept-words.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'
import { TextDocumentBuffer } from './text-document-buffer.ts'

/** One binding for every text document that VS Code has open, however many editors show it. */
export class EditorBindings {
  private readonly bindings = new Map<TextDocument, BufferBinding>()
  private readonly listeners = [
    workspace.onDidOpenTextDocument(document => this.opened(document)),
    workspace.onDidCloseTextDocument(document => this.closed(document)),
    workspace.onDidChangeTextDocument(event => this.changed(event)),
  ]

  constructor(private readonly documents: OpenDocuments) {
    documents.onDidOpen(({ uri }) => {
      for (const document of textDocumentsAt(uri)) this.opened(document)
    })
    documents.onDidClose(({ uri }) => {
      for (const document of textDocumentsAt(uri)) this.unbind(document)
    })
    for (const document of workspace.textDocuments) this.opened(document)
  }

  /** The binding of the editor in front. */
  get active(): BufferBinding | undefined {
    const document = window.activeTextEditor?.document
    return document && this.bindings.get(document)
  }

  of(document: OpenDocument): BufferBinding | undefined {
    const shown = this.textDocumentOf(document)
    return shown && this.bindings.get(shown)
  }

  /** The editor's text document of a session. */
  textDocumentOf({ uri }: OpenDocument): TextDocument | undefined {
    return textDocumentsAt(uri).find(document => this.bindings.has(document))
  }

  at(document: TextDocument): BufferBinding | undefined {
    return this.bindings.get(document)
  }

  /** Puts the document's text in place of what its editor shows by mistake (rule S14). */
  showAnew(document: OpenDocument): void {
    const shown = this.textDocumentOf(document)
    if (!shown) return
    this.unbind(shown)
    this.keepOwnWords(shown, document)
    this.bind(shown, document)
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose()
    for (const binding of this.bindings.values()) binding.dispose()
    this.bindings.clear()
  }

  /** A window that starts with editors open has their text before it has a session: then the session is what is missing. */
  private opened(document: TextDocument): void {
    if (document.uri.scheme !== scheme || document.isClosed || this.bindings.has(document)) return
    this.documents.hold(document)
    const open = this.documents.of(document)
    if (open) {
      // Unsaved words of before, restored by the editor or written while nothing was bound.
      if (document.isDirty) this.keepOwnWords(document, open)
      this.bind(document, open)
    }
    // What went wrong is told by the documents, which try again.
    else this.documents.open(document.uri).catch(() => undefined)
  }

  /** To be called before the document's text takes the place of the buffer's. */
  private keepOwnWords(document: TextDocument, { uri, summary, session }: OpenDocument): void {
    const before = document.getText()
    if (hasOwnWords(before, session.text.toString())) keepWords(uri, summary.title, before).catch(showError)
  }

  private bind(document: TextDocument, { session }: OpenDocument): void {
    this.bindings.set(document, new BufferBinding(new TextDocumentBuffer(document), session.text))
  }

  private closed(document: TextDocument): void {
    if (document.uri.scheme !== scheme) return
    this.unbind(document)
    this.documents.release(document.uri)
  }

  private changed({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return
    const changes = contentChanges.map(({ range, text }) => ({ start: range.start, end: range.end, text }))
    this.bindings.get(document)?.onBufferChanged(changes, reasonOf(reason))
  }

  private unbind(document: TextDocument): void {
    this.bindings.get(document)?.dispose()
    this.bindings.delete(document)
  }
}

const textDocumentsAt = (uri: Uri): TextDocument[] =>
  workspace.textDocuments.filter(document => document.uri.toString() === uri.toString())

const reasonOf = (reason: TextDocumentChangeReason | undefined): 'undo' | 'redo' | undefined => {
  if (reason === TextDocumentChangeReason.Undo) return 'undo'
  return reason === TextDocumentChangeReason.Redo ? 'redo' : undefined
}
