import { type TextDocument, type TextEditor, window } from 'vscode'

/** The editor that shows a document: the one that the person works in, if it does; else any. */
export const editorShowing = (document: TextDocument): TextEditor | undefined => {
  const { activeTextEditor, visibleTextEditors } = window
  return activeTextEditor?.document === document
    ? activeTextEditor
    : visibleTextEditors.find(editor => editor.document === document)
}
