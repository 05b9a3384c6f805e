import type { Range } from '../models/unit.ts'
import type { Mark, Span } from './outline.ts'

/** Where the lines of a text begin. */
export class Lines {
  private readonly starts = [0]

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  lineOf(offset: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  span({ start, end }: Range): Span {
    const [from, to] = [this.lineOf(start), this.lineOf(end)]
    return [from, start - (this.starts[from] ?? 0), to, end - (this.starts[to] ?? 0)]
  }

  /** A place of the text; what lies beyond its end is cut. */
  mark(range: Range): Mark {
    const start = Math.min(range.start, this.text.length)
    const end = Math.max(start, Math.min(range.end, this.text.length))
    return { start, end, span: this.span({ start, end }) }
  }

  /** The lines of what can be folded, or none: a closing bracket on a line of its own stays in sight. */
  fold({ start, end }: Range): readonly (readonly [number, number])[] {
    const first = this.lineOf(start)
    const lastLine = this.lineOf(end)
    const isClosing = /^\s*[\]})]$/.test(this.text.slice(this.starts[lastLine] ?? 0, end))
    const last = isClosing ? lastLine - 1 : lastLine
    return last > first ? [[first, last]] : []
  }
}
