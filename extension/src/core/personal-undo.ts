import type { Selection } from '@lienthong/protocol'
import {
  offsetsOf,
  replacementsOf,
  type SelectionOffsets,
  selectionAt,
  type TextDelta,
} from '@lienthong/protocol/client'
import * as Y from 'yjs'

/** Typing without a stop for this long is one step back. Longer takes back too much at once, shorter single letters. */
const captureTimeoutMs = 1_500

/** Vietnamese syllables have at most seven letters, of which two may carry marks of their own when text is decomposed. */
const longestWord = 10

const caretKey = 'caret'

type Step = Y.UndoManager['undoStack'][number]

type Style = 'typing' | 'deleting' | 'other'

/** Undo and redo of one's own changes only (rule B7): whatever others did meanwhile stays. */
export class PersonalUndo {
  private readonly undoing: Y.UndoManager
  private lastStyle: Style | undefined
  private lastEnd: Y.RelativePosition | undefined
  private lastWasSpace = false
  private caretBefore: Selection | undefined

  constructor(
    private readonly text: Y.Text,
    origins: readonly unknown[],
    private readonly reveal: (caret: SelectionOffsets) => void,
  ) {
    this.undoing = new Y.UndoManager(text, {
      trackedOrigins: new Set(origins),
      captureTimeout: captureTimeoutMs,
    })
    this.undoing.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(caretKey, this.caretBefore))
    this.undoing.on('stack-item-popped', ({ stackItem }) => this.showCaret(stackItem))
  }

  get canUndo(): boolean {
    return this.undoing.canUndo()
  }

  get canRedo(): boolean {
    return this.undoing.canRedo()
  }

  /** False when there is nothing of one's own to take back. */
  undo(): boolean {
    this.stop()
    this.caretBefore = caretOf(this.undoing.undoStack.at(-1))
    return this.undoing.undo() !== null
  }

  redo(): boolean {
    this.stop()
    this.caretBefore = caretOf(this.undoing.redoStack.at(-1))
    return this.undoing.redo() !== null
  }

  /** The next change begins a step of its own. */
  stop(): void {
    this.lastStyle = undefined
    this.undoing.stopCapturing()
  }

  /** To be told before a change of one's own is written; `caret` is where the person stood. */
  beforeChange(change: TextDelta, caret: SelectionOffsets | undefined): void {
    const [first] = replacementsOf(change)
    const style = this.composes(change, caret) ? 'typing' : styleOf(change)
    const inserted = first?.inserted ?? ''
    const isNewStep =
      style === 'other' ||
      style !== this.lastStyle ||
      inserted === '\n' ||
      (style === 'typing' && this.lastWasSpace && inserted.trim() !== '') ||
      !this.isAtLastEnd(first)
    if (isNewStep) this.undoing.stopCapturing()
    this.caretBefore = caret && selectionAt(this.text, caret)
    this.lastStyle = style === 'other' ? undefined : style
    this.lastWasSpace = inserted.trim() === ''
  }

  /** To be told after the change was written. */
  afterChange(change: TextDelta): void {
    const last = replacementsOf(change).at(-1)
    if (!last) return
    const end = change.transformPosition(last.offset + last.deleted)
    this.lastEnd = Y.createRelativePositionFromTypeIndex(this.text, end, -1)
  }

  dispose(): void {
    this.undoing.destroy()
  }

  /** An input method puts the letters of a word right while it is typed, `a` becoming `â`: that is typing, unless a selection is replaced. */
  private composes(change: TextDelta, caret: SelectionOffsets | undefined): boolean {
    const [only, ...others] = replacementsOf(change)
    if (!only || others.length > 0 || this.lastStyle !== 'typing' || this.lastWasSpace) return false
    const { offset, deleted, inserted } = only
    return (
      Math.min(deleted, inserted.length) > 0 &&
      Math.max(deleted, inserted.length) <= longestWord &&
      !/\s/.test(inserted) &&
      (caret === undefined || caret.anchor === caret.head) &&
      this.lastEndOffset() === offset + deleted
    )
  }

  /** A caret that jumped begins a new step; forward deletion begins, backward deletion ends at the last place. */
  private isAtLastEnd(next: { offset: number; deleted: number } | undefined): boolean {
    const last = this.lastEndOffset()
    if (last === undefined || !next) return false
    return last === next.offset || last === next.offset + next.deleted
  }

  private lastEndOffset(): number | undefined {
    const doc = this.text.doc
    if (!this.lastEnd || !doc) return undefined
    return Y.createAbsolutePositionFromRelativePosition(this.lastEnd, doc)?.index
  }

  private showCaret(item: Step): void {
    const caret = caretOf(item)
    const offsets = caret && offsetsOf(this.text, caret)
    if (offsets) this.reveal(offsets)
  }
}

const caretOf = (step: Step | undefined): Selection | undefined => step?.meta.get(caretKey)

/** One character typed, or one deleted, continues a step; everything else (paste, format, several carets) is a step of its own. */
const styleOf = (change: TextDelta): Style => {
  const [only, ...others] = replacementsOf(change)
  if (!only || others.length > 0) return 'other'
  if (only.deleted === 0 && [...only.inserted].length === 1) return 'typing'
  if (only.inserted === '' && only.deleted <= 2) return 'deleting'
  return 'other'
}
