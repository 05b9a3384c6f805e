import type { DecorationOptions, TextEditor } from 'vscode'
import { createCursorStyles } from './cursor-decorations.ts'

/** What is drawn of one person. */
export interface DrawnPerson {
  color: number
  isNamed: boolean
  carets: DecorationOptions[]
  /** The name, and where it is told to who points there. */
  names: DecorationOptions[]
  selections: DecorationOptions[]
}

/** Puts people's cursors into editors; touches only the colours that are or were in use there. */
export class CursorPainter {
  private readonly styles = createCursorStyles()
  private readonly painted = new WeakMap<TextEditor, Set<number>>()

  paint(editor: TextEditor, people: readonly DrawnPerson[]): void {
    const used = new Set(people.map(({ color }) => color % this.styles.length))
    for (const color of new Set([...used, ...(this.painted.get(editor) ?? [])])) {
      const style = this.styles[color]
      const own = people.filter(person => person.color % this.styles.length === color)
      if (!style) continue
      editor.setDecorations(style.caret, of(own, 'carets'))
      editor.setDecorations(style.name, of(own, 'names'))
      editor.setDecorations(style.selection, of(own, 'selections'))
    }
    this.painted.set(editor, used)
  }

  dispose(): void {
    for (const style of this.styles) for (const type of Object.values(style)) type.dispose()
  }
}

const of = (people: DrawnPerson[], part: 'carets' | 'names' | 'selections'): DecorationOptions[] =>
  people.flatMap(person => person[part])
