import { l10n, type Uri, window, workspace } from 'vscode'

/**
 * Puts words that the server does not have into a new document of the editor, which outlives this window and which the person can
 * save or copy from. Once for the same text.
 */
export const keepWords = async (uri: Uri, title: string, content: string): Promise<void> => {
  if (workspace.textDocuments.some(other => other.isUntitled && other.getText() === content)) return
  const shown = workspace.textDocuments.find(other => other.uri.toString() === uri.toString())
  const kept = await workspace.openTextDocument({ content, ...(shown && { language: shown.languageId }) })
  await window.showTextDocument(kept, { preview: false, preserveFocus: true })
  void window.showWarningMessage(
    l10n.t(
      'What you wrote in “{0}” is not on the server. It is kept in a new document: save it or copy from it.',
      title,
    ),
  )
}
