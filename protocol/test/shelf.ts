import type { UnsentEdits, UnsentRecord, UnsentStore } from '../src/client/index.ts'
import { until } from './until.ts'

/** A store that outlives every session of a test. */
export class Shelf implements UnsentStore {
  records: UnsentRecord[] = []
  added = 0
  refused = 0
  isFull = false
  failsToLoad = false
  /** While set, loading does not answer. */
  isSlow = false

  async load(): Promise<UnsentRecord[]> {
    await until(() => !this.isSlow, 60_000)
    if (this.failsToLoad) throw new Error('disk away')
    return [...this.records]
  }
  async add(edits: UnsentEdits): Promise<string> {
    if (this.isFull) {
      this.refused++
      throw new Error('disk full')
    }
    const id = String(++this.added)
    this.records.push({ ...edits, id })
    return id
  }
  async remove(id: string): Promise<void> {
    this.records = this.records.filter(record => record.id !== id)
  }
  get edits(): number {
    return this.records.reduce((sum, { count }) => sum + count, 0)
  }
}
