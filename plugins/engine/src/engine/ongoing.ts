/** How long somebody waits, from now on. */
export class Patience {
  private timer: NodeJS.Timeout | null = null
  /** Never resolves without a time. */
  readonly ended: Promise<void>

  constructor(ms: number | undefined) {
    this.ended = new Promise(resolve => {
      if (ms !== undefined) this.timer = setTimeout(resolve, ms)
    })
  }

  cancel(): void {
    if (this.timer) clearTimeout(this.timer)
  }
}

/** Runs of one plugin that may outlast the patience of whoever asked: one of a document at a time. */
export class Ongoing {
  private readonly runs = new Map<string, Promise<void>>()

  /** Starts `run` once the one before it has ended. Answers whether it ended before `patience` did. Throws what a run threw. */
  async within(patience: Promise<void>, documentId: string, run: () => Promise<void>): Promise<boolean> {
    const before = this.runs.get(documentId)
    if (before && !(await endsBefore(patience, before))) return false
    const now = run()
    this.runs.set(documentId, now)
    return endsBefore(patience, now)
  }

  /** Resolves when nothing of a document is under way. */
  async ended(documentId: string): Promise<void> {
    await this.runs.get(documentId)?.catch(() => undefined)
    this.runs.delete(documentId)
  }
}

const endsBefore = (patience: Promise<void>, run: Promise<void>): Promise<boolean> =>
  Promise.race([run.then(() => true), patience.then(() => false)])
