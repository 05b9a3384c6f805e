import { refuseTooLarge } from '@lienthong/protocol/client'
import { l10n, window } from 'vscode'
import { compare, openAs } from '../comparison.ts'
import type { EditorBindings } from '../editor-bindings.ts'
import { Cancelled } from '../errors.ts'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'
import { refuseReader, showToWrite } from '../show-to-write.ts'
import { bringIn } from './bring-in.ts'
import type { FileDialogs, NamedText } from './file-dialogs.ts'
import { closeComparison, type FileQuestion } from './file-question.ts'
import type { FileTexts } from './file-texts.ts'

/** Brings a file into a document: what differs is shown, and only then written (rule E16). */
export class FileImport {
  constructor(
    private readonly dialogs: FileDialogs,
    private readonly texts: FileTexts,
    private readonly question: FileQuestion,
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
  ) {}

  /** Errors: Cancelled, DOCUMENT_NOT_JOINED, RIGHT_MISSING, UPDATE_TOO_LARGE. */
  async run(named: OpenDocument): Promise<void> {
    refuseReader(named)
    const file = await this.dialogs.read()
    // Left meanwhile, the session that the menu named would give an old text.
    const document = await this.documents.open(named.uri)
    await this.askAndBringIn(document, document.session.text.toString(), file)
  }

  /** One step of the person's undo. What others wrote while it was looked at stays; where the file changes that too, it is shown anew. */
  private async askAndBringIn(
    document: OpenDocument,
    base: string,
    file: NamedText,
    why = '',
  ): Promise<void> {
    if (base === file.text) {
      void window.showInformationMessage(l10n.t('“{0}” is the same text as the document.', file.name))
      return
    }
    refuseTooLarge(base, file.text)
    await this.ask(document, file, why)
    const { session, binding } = await showToWrite(document, this.documents, this.bindings)
    if (bringIn(session, binding, base, file.text)) return
    const anew = l10n.t('The document has changed where the file changes it too: please look again.')
    await this.askAndBringIn(document, session.text.toString(), file, `${anew} `)
  }

  private async ask(document: OpenDocument, file: NamedText, why: string): Promise<void> {
    const uri = this.texts.show(file.text, document.uri)
    try {
      await openAs(uri, this.bindings.textDocumentOf(document)?.languageId)
      const what = l10n.t('now ↔ {0}', file.name)
      await compare(document, { before: document.uri, after: uri, what, isPreview: false })
      const question = l10n.t(
        'Import “{0}” into “{1}”? It is one step, which you can undo; what others write meanwhile stays.',
        file.name,
        document.summary.title,
      )
      if (!(await this.question.ask(uri, why + question))) throw new Cancelled()
    } finally {
      await closeComparison(uri)
      this.texts.forget(uri)
    }
  }
}
