import { Disposable, type ExtensionContext, workspace } from 'vscode'
import { register } from '../commands.ts'
import type { DocumentDirectory } from '../document-directory.ts'
import type { EditorBindings } from '../editor-bindings.ts'
import type { InventoryNode, InventoryView } from '../inventory-view.ts'
import type { NewDocument } from '../new-document.ts'
import type { OpenDocuments } from '../open-documents.ts'
import type { Server } from '../server.ts'
import { exportDocument } from './export-document.ts'
import { FileDialogs } from './file-dialogs.ts'
import { FileImport } from './file-import.ts'
import { FileQuestion } from './file-question.ts'
import { FileTexts, fileScheme } from './file-texts.ts'
import { exportFolder } from './folders/export-folder.ts'
import { importFolder } from './folders/import-folder.ts'
import { named } from './named-document.ts'

interface Parts {
  server: Server
  directory: DocumentDirectory
  documents: OpenDocuments
  bindings: EditorBindings
  newDocument: NewDocument
  inventory: InventoryView
}

/** Documents into files and back, one at a time (rules E15–E17) and by folders (rules E19, E20). */
export class Files {
  private readonly owned: Disposable

  constructor(context: ExtensionContext, parts: Parts) {
    const { documents, bindings, newDocument } = parts
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
      register('exportFolder', (node?: InventoryNode) => exportFolder(node, { ...parts, dialogs })),
      register('importFolder', (node?: InventoryNode) => importFolder(node, { ...parts, dialogs })),
    )
  }

  dispose(): void {
    this.owned.dispose()
  }
}
