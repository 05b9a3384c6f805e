import {
  l10n,
  Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import { besideCarets, insertedBehindLastCaret } from '../core/beside-carets.ts'
import {
  type Buffer,
  type BufferEdit,
  type BufferPosition,
  type BufferSelection,
  withLineFeeds,
} from '../core/buffer.ts'
import { LineIndex } from '../core/line-index.ts'
import { putCaretBack } from './people/own-moves.ts'
import { editorShowing } from './shown-editor.ts'

/** A text document as the binding sees it. Every edit is compare-and-set: it takes effect on the version it was made for, or not at all (rule B3). */
export class TextDocumentBuffer implements Buffer {
  constructor(private readonly document: TextDocument) {}

  text(): string {
    return this.document.getText()
  }

  async apply(edits: BufferEdit[], idleMs: number): Promise<boolean> {
    const editor = editorShowing(this.document)
    return editor ? applyInEditor(editor, edits, idleMs) : applyBehind(this.document, edits)
  }

  selection(): BufferSelection | undefined {
    const selection = editorShowing(this.document)?.selection
    return selection && { anchor: selection.anchor, head: selection.active }
  }

  reveal({ anchor, head }: BufferSelection): void {
    const editor = editorShowing(this.document)
    if (!editor) return
    editor.selection = new Selection(positionOf(anchor), positionOf(head))
    editor.revealRange(editor.selection)
  }
}

/** An editor that may only read answers true and does nothing; then the edit goes in behind it. */
const applyInEditor = async (editor: TextEditor, edits: BufferEdit[], idleMs: number): Promise<boolean> => {
  const { document } = editor
  const { version } = document
  const text = withLineFeeds(document.getText())
  const carets = caretsOf(editor)
  const inSight = window.visibleTextEditors.filter(other => other.document === document).flatMap(caretsOf)
  const isApplied = await editor.edit(
    builder => {
      for (const { start, end, text: inserted, pushes } of besideCarets(edits, inSight, text))
        if (pushes) builder.insert(positionOf(start), inserted)
        else builder.replace(rangeOf(start, end), inserted)
    },
    { undoStopBefore: false, undoStopAfter: false },
  )
  if (isApplied && document.version === version) return applyBehind(document, edits)
  if (isApplied && idleMs > typingPauseMs) putBack(editor, insertedBehindLastCaret(edits, carets, text))
  return isApplied
}

/** A caret is never moved under a typing hand: a letter on its way would land behind it, out of order. */
const typingPauseMs = 1_000

const putBack = (editor: TextEditor, beforeEnd: number): void => {
  if (beforeEnd === 0) return
  const text = withLineFeeds(editor.document.getText())
  const place = positionOf(new LineIndex(text).positionAt(text.length - beforeEnd))
  putCaretBack(editor, new Selection(place, place))
}

/** Without an editor the version is checked only when entries carry metadata; plain workspace edits answer true on stale ranges. */
const applyBehind = (document: TextDocument, edits: BufferEdit[]): Thenable<boolean> => {
  const edit = new WorkspaceEdit()
  const metadata = { needsConfirmation: false, label: l10n.t('Written by others') }
  for (const { start, end, text } of edits) edit.replace(document.uri, rangeOf(start, end), text, metadata)
  return workspace.applyEdit(edit)
}

const caretsOf = ({ selections }: TextEditor): BufferSelection[] =>
  selections.map(({ anchor, active }) => ({ anchor, head: active }))
const positionOf = ({ line, character }: BufferPosition): Position => new Position(line, character)
const rangeOf = (start: BufferPosition, end: BufferPosition): Range =>
  new Range(positionOf(start), positionOf(end))
