import type { TakenSnapshot } from './compaction.service.ts'
import type { RoomText } from './room-text.ts'

/** Rows or bytes to replay that are worth a snapshot while people edit: below, opening is quick anyway. */
const rowsToReplay = 200
const bytesToReplay = 256 * 1024

/** When everybody has left there is time, and the next opening is cold. */
const rowsToReplayOnLeaving = 50

/** A crowd writes hundreds of rows a second: a snapshot this often keeps opening quick without costing more than the edits. */
const pauseMs = 30_000

/** Decides when a room's document gets a new snapshot (rule S8). */
export class Snapshots {
  private running: Promise<void> | null = null
  private notBefore = 0

  constructor(
    private readonly content: RoomText,
    private readonly compact: () => Promise<TakenSnapshot | null>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Rows have come. */
  grown(): void {
    const { rowsSinceSnapshot, bytesSinceSnapshot } = this.content
    const isDue = rowsSinceSnapshot >= rowsToReplay || bytesSinceSnapshot >= bytesToReplay
    if (isDue && Date.now() >= this.notBefore) this.running ??= this.take()
  }

  /** The room is about to close. */
  async leaving(): Promise<void> {
    await this.running
    if (this.content.rowsSinceSnapshot >= rowsToReplayOnLeaving) await this.take()
  }

  private async take(): Promise<void> {
    try {
      const { bytes } = this.content
      const snapshot = await this.compact()
      if (snapshot) this.content.compacted(snapshot, this.content.bytes - bytes)
    } catch (error) {
      this.failed(error)
    }
    this.notBefore = Date.now() + pauseMs
    this.running = null
  }
}
