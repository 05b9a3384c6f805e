/** A place in a text, counted from 1, columns in UTF-16 units as editors count them. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** Looks up lines and columns of offsets. */
export class Lines {
  private readonly starts: number[] = [0]

  constructor(readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  placeOf(offset: number): Place {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 }
  }

  /** The offset at which a line begins. */
  startOf(line: number): number {
    return this.starts[line - 1] ?? 0
  }

  /** The text of a line, without its end. */
  lineOf(line: number): string {
    return this.text.slice(this.startOf(line), (this.starts[line] ?? this.text.length + 1) - 1)
  }

  /** The first line that a range touches, with the marked part underlined by carets. */
  marked(start: number, end: number): string {
    const from = this.placeOf(start)
    const line = this.lineOf(from.line)
    const length = Math.max(1, Math.min(end - start, line.length - from.column + 1))
    const margin = String(from.line)
    const lead = line.slice(0, from.column - 1).replace(/[^\t]/g, ' ')
    return `${margin} │ ${line}\n${' '.repeat(margin.length)} │ ${lead}${'^'.repeat(length)}`
  }
}
