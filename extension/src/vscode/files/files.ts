import { Disposable, type ExtensionContext, workspace } from 'vscode'
import { register } from '../commands.ts'
import type { EditorBindings } from '../editor-bindings.ts'
import type { InventoryNode } from '../inventory-view.ts'
import type { NewDocument } from '../new-document.ts'
import type { OpenDocuments } from '../open-documents.ts'
import { exportDocument } from './export-document.ts'
import { FileDialogs } from './file-dialogs.ts'
import { FileImport } from './file-import.ts'
import { FileQuestion } from './file-question.ts'
import { FileTexts, fileScheme } from './file-texts.ts'
import { named } from './named-document.ts'

/** Documents into files and back, one at a time (rules E15–E17). Whole folders are the command line's. */
export class Files {
  private readonly owned: Disposable

  constructor(
    context: ExtensionContext,
    documents: OpenDocuments,
    bindings: EditorBindings,
    newDocument: NewDocument,
  ) {
    const dialogs = new FileDialogs(context)
    const texts = new FileTexts()
    const question = new FileQuestion()
    const fileImport = new FileImport(dialogs, texts, question, documents, bindings)
    this.owned = Disposable.from(
      workspace.registerTextDocumentContentProvider(fileScheme, texts),
      register('exportDocument', async (at?: unknown) =>
        exportDocument(await named(documents, at), documents, dialogs),
      ),
      register('importIntoDocument', async (at?: unknown) => fileImport.run(await named(documents, at))),
      register('takeFile', () => question.yes()),
      register('importNewDocument', async (node?: InventoryNode) =>
        newDocument.run(node, await dialogs.read()),
      ),
    )
  }

  dispose(): void {
    this.owned.dispose()
  }
}
