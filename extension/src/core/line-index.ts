import type { BufferPosition } from './buffer.ts'

/** Where the lines of an LF text begin: turns positions into offsets and back in the logarithm of the number of lines. */
export class LineIndex {
  private readonly starts = [0]

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1)
  }

  get lineCount(): number {
    return this.starts.length
  }

  /** A position outside of the text means its nearest place inside, as in VS Code. */
  offsetAt({ line, character }: BufferPosition): number {
    if (line < 0) return 0
    const start = this.starts[line]
    if (start === undefined) return this.text.length
    return start + Math.max(0, Math.min(character, this.endOf(line) - start))
  }

  positionAt(offset: number): BufferPosition {
    const inside = Math.max(0, Math.min(offset, this.text.length))
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.starts[middle] ?? 0) <= inside) low = middle
      else high = middle - 1
    }
    return { line: low, character: inside - (this.starts[low] ?? 0) }
  }

  /** The offset of a line's end, before its line break. */
  endOf(line: number): number {
    const next = this.starts[line + 1]
    return next === undefined ? this.text.length : next - 1
  }
}
