/** Faults in one document within `windowMs` that put a plugin out of use there. */
const maxInDocument = 3
/** So many documents with faults within `windowMs` put it out of use everywhere: then it is not one document's doing. */
const maxDocuments = 3
/** Characters of a document that may be too much for an honest plugin, too: its faults count for itself only. */
const largeLength = 300_000
const windowMs = 10 * 60_000

interface Faults<Reason> {
  readonly times: readonly number[]
  readonly reason: Reason
  readonly isLarge: boolean
}

/** A plugin's faults of the last minutes, by document. They outlive the document's being closed. */
export class Strikes<Reason> {
  private readonly faults = new Map<string, Faults<Reason>>()

  /** @param length The document's, in characters. */
  add(documentId: string, reason: Reason, length: number): void {
    this.forgetOld()
    const times = [...(this.faults.get(documentId)?.times ?? []), Date.now()]
    this.faults.set(documentId, { times, reason, isLarge: length > largeLength })
  }

  /** Why the plugin is out of use in a document; null where it may run. */
  outIn(documentId: string): Reason | null {
    this.forgetOld()
    const faults = this.faults.get(documentId)
    return faults && faults.times.length >= maxInDocument ? faults.reason : null
  }

  get areTooMany(): boolean {
    return [...this.faults.values()].filter(({ isLarge }) => !isLarge).length >= maxDocuments
  }

  private forgetOld(): void {
    const since = Date.now() - windowMs
    for (const [documentId, faults] of this.faults) {
      const times = faults.times.filter(at => at > since)
      if (times.length > 0) this.faults.set(documentId, { ...faults, times })
      else this.faults.delete(documentId)
    }
  }
}
