import type { Suppression } from './suppression.ts'

/** Finds the suppressions of the line in which an offset lies. */
export class SuppressedLines {
  private readonly byStart = new Map<number, Suppression[]>()
  private readonly starts: readonly number[]

  /** Takes those that suppress anything: with a reason, above a line. */
  constructor(suppressions: readonly Suppression[]) {
    for (const suppression of suppressions) {
      const { reason, line } = suppression
      if (reason === null || !line) continue
      this.byStart.set(line.start, [...(this.byStart.get(line.start) ?? []), suppression])
    }
    this.starts = [...this.byStart.keys()].sort((one, other) => one - other)
  }

  at(offset: number): readonly Suppression[] {
    let low = 0
    let high = this.starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    const found = this.byStart.get(this.starts[low - 1] ?? -1) ?? []
    return found.filter(({ line }) => line && offset <= line.end)
  }
}
