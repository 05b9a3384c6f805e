import * as Y from 'yjs'
import { after, type Cancel } from './environment.ts'
import type { UnsentEdits, UnsentRecord, UnsentStore } from './unsent-store.ts'

/** What is typed within this time becomes one record: what a crash may take is no more than a frame on its way to the server. */
const frameMs = 10

/** More records are merged into one: hours without a server must not become thousands of files. */
const mostRecords = 32

/** How long opening and closing a document wait for the store. Longer feels hung; shorter shows words of before later than the rest. */
const patienceMs = 2_000

/** Pause before a store that failed is tried again. A full disk is not emptied sooner; longer leaves words unkept that could be. */
const againMs = 1_000

export interface UnsentJournalEvents {
  /** There is something of before that {@link UnsentJournal.restoreInto} puts onto the document. */
  onFound(): void
  /** `unkept` may have changed. */
  onChange(): void
}

interface Kept extends UnsentEdits {
  /** Once it is in the store. */
  id?: string
}

/** The edits of a session that are not known to be on the server's disk, kept where the end of the program does not reach them (rule B9). */
export class UnsentJournal {
  private kept: Kept[] = []
  private acknowledged: Kept[] = []
  private found: UnsentRecord[] = []
  private isWriting = false
  private isClosed = false
  private written = Promise.resolve()
  private cancelWrite: Cancel | undefined
  private cancelOpen: Cancel | undefined
  /** Resolves when it is known what waits from before, or the store takes too long to say: then it is found later. */
  readonly opened: Promise<void>

  constructor(
    private readonly store: UnsentStore,
    private readonly events: UnsentJournalEvents,
  ) {
    this.opened = inTime(this.open())
  }

  /** Edits that the end of the program would take, as no record in the store has them. */
  get unkept(): number {
    return countOf(this.kept.filter(isNew))
  }

  /**
   * Puts what waits from before onto a document that has what the server has, and answers how many edits that is. What cannot be put
   * there, because the server lost what it was written on, goes on waiting.
   */
  restoreInto(doc: Y.Doc, origin: unknown): number {
    if (this.found.length === 0) return 0
    const update = Y.mergeUpdates(this.found.map(record => record.update))
    if (!isComplete(doc, update)) return 0
    const restored = this.found.splice(0)
    this.kept.push(...restored)
    Y.applyUpdate(doc, update, origin)
    return countOf(restored)
  }

  keep(update: Uint8Array): void {
    this.kept.push({ update, count: 1 })
    this.writeAfter(frameMs)
  }

  /** Everything that was kept so far is on the server's disk. */
  forget(): void {
    if (this.kept.length === 0) return
    this.acknowledged.push(...this.kept)
    this.kept = []
    this.write()
  }

  /** Resolves when the store knows everything, or takes too long. */
  async close(): Promise<void> {
    this.isClosed = true
    this.cancelOpen?.()
    this.write()
    await inTime(this.written)
  }

  private async open(): Promise<void> {
    try {
      const records = await this.store.load()
      if (this.isClosed) return
      // A store that was slow may have read what this session wrote meanwhile.
      this.found = records.filter(({ id }) => !this.kept.some(own => own.id === id))
    } catch {
      if (!this.isClosed) this.cancelOpen = after(againMs, () => void this.open())
    }
    if (this.found.length > 0) this.events.onFound()
  }

  private writeAfter(ms: number): void {
    this.cancelWrite ??= after(ms, () => this.write())
  }

  private write(): void {
    this.cancelWrite?.()
    this.cancelWrite = undefined
    if (!this.isWriting) this.written = this.writeAll()
  }

  /** What is not kept comes first: what is kept too long is only sent once more. */
  private async writeAll(): Promise<void> {
    this.isWriting = true
    try {
      while (this.acknowledged.length > 0 || this.kept.some(isNew))
        await (this.kept.some(isNew) ? this.addNew() : this.removeOne())
    } catch {
      // A full disk does not stop anybody from typing: what could not be written is counted, and tried again.
      if (!this.isClosed) this.writeAfter(againMs)
    } finally {
      this.isWriting = false
    }
  }

  private async removeOne(): Promise<void> {
    const id = this.acknowledged.shift()?.id
    if (id !== undefined) await this.store.remove(id)
  }

  /** What is written takes the place of its parts once it is in the store, where they may be known to be on the server's disk by then. */
  private async addNew(): Promise<void> {
    const isTooMany = this.kept.length > mostRecords
    const parts = this.kept.filter(part => isTooMany || isNew(part))
    const edits = { update: Y.mergeUpdates(parts.map(({ update }) => update)), count: countOf(parts) }
    const record: Kept = { ...edits, id: await this.store.add(edits) }
    const isAcknowledged = !this.kept.some(part => part === parts[0])
    this.acknowledged.push(...(isAcknowledged ? [record] : parts))
    if (!isAcknowledged) this.kept = [...this.kept.filter(other => !parts.includes(other)), record]
    this.events.onChange()
  }
}

const isNew = ({ id }: Kept): boolean => id === undefined

const countOf = (edits: UnsentEdits[]): number => edits.reduce((sum, { count }) => sum + count, 0)

/** Whether everything that the update builds on is there. Tried on a copy: Yjs keeps what does not fit yet and sends it along for ever. */
const isComplete = (doc: Y.Doc, update: Uint8Array): boolean => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(copy, update)
  const { pendingStructs, pendingDs } = copy.store
  copy.destroy()
  return pendingStructs === null && pendingDs === null
}

/** A store that cannot be read or written, or does not answer, keeps nobody from opening or closing a document. */
const inTime = (done: Promise<void>): Promise<void> =>
  new Promise(resolve => {
    const cancel = after(patienceMs, resolve)
    done.then(resolve, () => resolve()).finally(cancel)
  })
