import { commands, languages, TabInputText, type Uri, window, workspace } from 'vscode'
import type { OpenDocument } from './open-documents.ts'

/** Two texts of a document; `what` says in the title which. */
interface Comparison {
  before: Uri
  after: Uri
  what: string
  /** Whether the next thing that is looked at may take its place. */
  isPreview: boolean
  /** Whether the keyboard stays where it is. */
  keepsFocus?: boolean
}

/** Shows two texts of a document beside each other, in VS Code's own comparison. */
export const compare = async (
  document: Pick<OpenDocument, 'uri'>,
  { before, after, what, isPreview, keepsFocus = false }: Comparison,
): Promise<void> => {
  await keepTabOf(document.uri)
  const file = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1)
  await commands.executeCommand('vscode.diff', before, after, `${file} (${what})`, {
    preview: isPreview,
    preserveFocus: keepsFocus,
  })
}

/** Has a text ready to be shown, in the language mode of the document that it belongs to. */
export const openAs = async (uri: Uri, languageId: string | undefined): Promise<void> => {
  const shown = await workspace.openTextDocument(uri)
  if (languageId !== undefined && shown.languageId !== languageId)
    await languages.setTextDocumentLanguage(shown, languageId)
}

/** A document in a preview tab would give its place to the comparison, and its session would end. */
const keepTabOf = async (uri: Uri): Promise<void> => {
  const { activeTab } = window.tabGroups.activeTabGroup
  if (!activeTab?.isPreview || !(activeTab.input instanceof TabInputText)) return
  if (activeTab.input.uri.toString() === uri.toString())
    await commands.executeCommand('workbench.action.keepEditor')
}
