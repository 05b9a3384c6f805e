import {
  type Selection,
  type TextEditor,
  type TextEditorSelectionChangeEvent,
  TextEditorSelectionChangeKind,
} from 'vscode'

const putBack = new WeakMap<TextEditor, Selection>()

/** Puts a caret back that the editor pushed along with somebody else's words. */
export const putCaretBack = (editor: TextEditor, selection: Selection): void => {
  putBack.set(editor, selection)
  editor.selection = selection
}

/** Whether the person moved the caret: not others' words around it, nor putting it back after them. */
export const isMoveOfPerson = ({ textEditor, selections, kind }: TextEditorSelectionChangeEvent): boolean => {
  if (kind !== TextEditorSelectionChangeKind.Command) return kind !== undefined
  const place = putBack.get(textEditor)
  return !(place && selections.length === 1 && selections[0]?.isEqual(place))
}
