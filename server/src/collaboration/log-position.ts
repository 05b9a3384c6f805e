/**
 * How far a room's document is in the log (rule S13): every row up to `seq` is in the document. Rows beyond it that are known to exist
 * are read until none is missing, however often reading fails.
 */
export class LogPosition {
  private read = 0
  private newest = 0
  private reading: Promise<void> | null = null
  private hasBegun = false
  private isClosed = false

  constructor(
    /** Takes the rows after `seq` into the document; resolves with the last one's number. */
    private readonly readOn: (seq: number) => Promise<number>,
    private readonly failed: (error: unknown) => void,
  ) {}

  get seq(): number {
    return this.read
  }

  /** The newest row that is known to exist. */
  get head(): number {
    return this.newest
  }

  /** Whether rows are known to exist that the document lacks. */
  get isBehind(): boolean {
    return this.newest > this.read
  }

  /** The document holds every row up to here. */
  reached(seq: number): void {
    this.read = Math.max(this.read, seq)
    this.newest = Math.max(this.newest, seq)
    this.hasBegun = true
    this.goOn()
  }

  /** The document holds this row. Another process's rows may lie between. */
  stored(seq: number): void {
    if (seq === this.read + 1) this.read = seq
    this.heard(seq)
  }

  /** There is such a row. Before the document is read for the first time, this is kept for then. */
  heard(seq: number): void {
    this.newest = Math.max(this.newest, seq)
    this.goOn()
  }

  close(): void {
    this.isClosed = true
  }

  private goOn(): void {
    if (this.hasBegun && this.isBehind && !this.isClosed) this.reading ??= this.catchUp()
  }

  private async catchUp(): Promise<void> {
    let retryInMs = firstRetryMs
    while (this.isBehind && !this.isClosed) {
      try {
        this.reached(await this.readOn(this.read))
        retryInMs = firstRetryMs
      } catch (error) {
        this.failed(error)
        await new Promise(resolve => setTimeout(resolve, retryInMs))
        retryInMs = Math.min(2 * retryInMs, maxRetryMs)
      }
    }
    this.reading = null
  }
}

const firstRetryMs = 100
/** The log is read again this soon after it is back. */
const maxRetryMs = 2000
