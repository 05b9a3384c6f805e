/** So many of the newest runs tell what a run takes: enough for a 95th percentile, and soon other than before where a plugin changes. */
const recentRuns = 500

/** What a plugin's runs have cost since it was loaded. A run is one document, or one slice of a large one. */
export interface RunCost {
  readonly runs: number
  readonly totalMs: number
  /** 95 of 100 of the newest 500 runs took no longer; 0 before the first. */
  readonly p95Ms: number
  /** The most that its instances ever took, QuickJS itself included. */
  readonly peakMemoryBytes: number
}

/** Adds up what runs cost. */
export class Cost {
  private runs = 0
  private totalMs = 0
  private peakMemoryBytes = 0
  private readonly recent: number[] = []

  ran(ms: number, memoryBytes: number): void {
    this.recent[this.runs % recentRuns] = ms
    this.runs++
    this.totalMs += ms
    this.peakMemoryBytes = Math.max(this.peakMemoryBytes, memoryBytes)
  }

  read(): RunCost {
    const { runs, totalMs, peakMemoryBytes } = this
    const sorted = [...this.recent].sort((a, b) => a - b)
    const p95Ms = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0
    return { runs, totalMs, p95Ms, peakMemoryBytes }
  }
}
