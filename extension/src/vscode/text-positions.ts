import type { AnchoredRange } from '@lienthong/protocol'
import { type DocumentSession, placeOf, type TextRange } from '@lienthong/protocol/client'
import { Position, Range } from 'vscode'
import { LineIndex } from '../core/line-index.ts'

/** Offsets of a session's text as an editor's positions, and back. Lines are found anew only when the text has changed. */
export class TextPositions {
  private index: LineIndex | undefined

  constructor(private readonly session: DocumentSession) {
    session.text.observe(() => {
      this.index = undefined
    })
  }

  /** Where anchored words are now; undefined when none of them is left. */
  rangeOf(anchored: AnchoredRange): Range | undefined {
    const range = this.session.rangeOf(anchored)
    return range === null ? undefined : this.range(range)
  }

  /** Like {@link rangeOf}, but a place between two characters counts as well. */
  placeOf(anchored: AnchoredRange): Range | undefined {
    const place = placeOf(this.session.text, anchored)
    return place === null ? undefined : this.range(place)
  }

  range({ start, end }: TextRange): Range {
    return new Range(this.position(start), this.position(end))
  }

  position(offset: number): Position {
    const { line, character } = this.lines.positionAt(offset)
    return new Position(line, character)
  }

  offset(position: Position): number {
    return this.lines.offsetAt(position)
  }

  private get lines(): LineIndex {
    this.index ??= new LineIndex(this.session.text.toString())
    return this.index
  }
}
