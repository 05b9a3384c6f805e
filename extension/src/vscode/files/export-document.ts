import { plainShape, readFileText, rewritten, shaped } from '@lienthong/protocol/client'
import { commands, l10n, type Uri, window, workspace } from 'vscode'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'
import type { FileDialogs } from './file-dialogs.ts'
import { nameOf } from './named-document.ts'

/** Writes a document into a file, without a changed byte; what stays of a file that is there keeps its line ends and byte order mark (rule E15). */
export const exportDocument = async (
  { uri }: OpenDocument,
  documents: OpenDocuments,
  dialogs: FileDialogs,
): Promise<void> => {
  const target = await dialogs.askTarget(nameOf(uri))
  const before = await readIfThere(target)
  // Left meanwhile, the session that the menu named would give an old text.
  const { session } = await documents.open(uri)
  const text = session.text.toString()
  const file = before && readFileText(before)
  const raw = file ? rewritten(file, text) : shaped(text, plainShape)
  await workspace.fs.writeFile(target, new TextEncoder().encode(raw))
  const open = l10n.t('Open')
  const chosen = await window.showInformationMessage(l10n.t('Exported: {0}', nameOf(target)), open)
  if (chosen === open) await commands.executeCommand('vscode.open', target)
}

const readIfThere = async (uri: Uri): Promise<Uint8Array | undefined> => {
  try {
    return await workspace.fs.readFile(uri)
  } catch {
    return undefined
  }
}
