/**
 * What is kept by address for the documents that name it, until none of them does. Whoever hands documents on and whoever takes them
 * in each have one, and tell it of the same things in the same order: so the one knows what the other has.
 */
export class Held<T> {
  private readonly held = new Map<string, T>()
  private readonly named = new Map<string, ReadonlySet<string>>()

  get(address: string): T | undefined {
    return this.held.get(address)
  }

  /** Keeps these for a document, in the place of what it named before. */
  name(documentId: string, entries: ReadonlyMap<string, T>): void {
    for (const [address, entry] of entries) this.held.set(address, entry)
    this.leave(documentId, new Set(entries.keys()))
  }

  forget(documentId: string): void {
    this.leave(documentId, none)
  }

  private leave(documentId: string, named: ReadonlySet<string>): void {
    const before = this.named.get(documentId) ?? none
    if (named.size > 0) this.named.set(documentId, named)
    else this.named.delete(documentId)
    for (const address of before)
      if (!named.has(address) && ![...this.named.values()].some(others => others.has(address)))
        this.held.delete(address)
  }
}

const none: ReadonlySet<string> = new Set()
