/** A place in an editor's buffer, as VS Code counts: from 0, in UTF-16 units, line breaks not counted. */
export interface BufferPosition {
  line: number
  character: number
}

/** A replacement of the text between two positions of the buffer before it. */
export interface BufferEdit {
  start: BufferPosition
  end: BufferPosition
  text: string
}

/** Where a selection began and where the caret blinks; both the same for a bare caret. */
export interface BufferSelection {
  anchor: BufferPosition
  head: BufferPosition
}

/** Why a buffer changed, where the editor says so: its own undo or redo, from a menu. */
export type ChangeReason = 'undo' | 'redo'

/** What the binding needs of an editor's buffer. */
export interface Buffer {
  /** The text as of the last event told, with any line endings. */
  text(): string
  /**
   * Applies all edits or none, and only to the very text that `text()` shows now (rule B3). The change is told as an event
   * before this resolves. False when the buffer has moved on meanwhile. `idleMs` is how long the person has typed nothing.
   */
  apply(edits: BufferEdit[], idleMs: number): Promise<boolean>
  /** The person's selection, while an editor shows the buffer. */
  selection?(): BufferSelection | undefined
  /** Puts the caret back where an undone edit began. */
  reveal?(selection: BufferSelection): void
}

/** A buffer's text as the document has it (rule S16). Editors know no lone carriage returns. */
export const withLineFeeds = (text: string): string =>
  text.includes('\r') ? text.replaceAll('\r', '') : text
