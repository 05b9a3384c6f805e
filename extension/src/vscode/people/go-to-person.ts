import { offsetsOf } from '@lienthong/protocol/client'
import { l10n, Selection, type TextEditor, TextEditorRevealType, window, workspace } from 'vscode'
import type { OpenDocument } from '../open-documents.ts'
import { editorShowing } from '../shown-editor.ts'
import type { Place } from './person-picker.ts'

/** Puts one's own caret where somebody is. */
export const goToPerson = async ({ document, person }: Place): Promise<void> => {
  const [selection] = person.windows[0].selections
  const place = selection && offsetsOf(document.session.text, selection)
  const editor = await showDocument(document)
  if (!place) {
    void window.showInformationMessage(l10n.t('{0} has no cursor here right now.', person.displayName))
    return
  }
  const head = document.positions.position(place.head)
  editor.selection = new Selection(head, head)
  editor.revealRange(editor.selection, TextEditorRevealType.InCenter)
}

/** The document's editor, in the column where it is shown already. */
export const showDocument = async ({ uri }: OpenDocument): Promise<TextEditor> => {
  const text = await workspace.openTextDocument(uri)
  const viewColumn = editorShowing(text)?.viewColumn
  return window.showTextDocument(text, { preview: false, ...(viewColumn !== undefined && { viewColumn }) })
}
