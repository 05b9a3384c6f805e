import type { DocumentId } from '@lienthong/protocol'

interface Queued {
  readonly entry: { readonly documentId: DocumentId; readonly update: Uint8Array }
}

/** What waits to be stored: each document's entries in order, the documents in turn, so that none holds up the others. */
export class LogQueue<Entry extends Queued> {
  private readonly lanes = new Map<DocumentId, Entry[]>()

  get isEmpty(): boolean {
    return this.lanes.size === 0
  }

  push(queued: Entry): void {
    const { documentId } = queued.entry
    const lane = this.lanes.get(documentId)
    if (lane) lane.push(queued)
    else this.lanes.set(documentId, [queued])
  }

  /** Takes out what comes next, until it has so many bytes. */
  take(maxBytes: number): Entry[] {
    const batch: Entry[] = []
    let bytes = 0
    for (const [documentId, lane] of this.lanes) {
      let count = 0
      for (; count < lane.length && bytes < maxBytes; count++) bytes += lane[count]?.entry.update.length ?? 0
      for (const queued of lane.splice(0, count)) batch.push(queued)
      this.lanes.delete(documentId)
      if (lane.length > 0) this.lanes.set(documentId, lane)
      if (bytes >= maxBytes) break
    }
    return batch
  }

  /** What could not be stored stays the first of its document, and comes after the other documents. */
  putBack(batch: readonly Entry[]): void {
    const returned = new LogQueue<Entry>()
    for (const queued of batch) returned.push(queued)
    for (const [documentId, lane] of returned.lanes) {
      const later = this.lanes.get(documentId) ?? []
      this.lanes.delete(documentId)
      this.lanes.set(documentId, [...lane, ...later])
    }
  }
}
