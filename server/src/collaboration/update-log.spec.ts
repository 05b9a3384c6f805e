import type { DocumentId, PersonId } from '@lienthong/protocol'
import * as Y from 'yjs'
import { type LogEntry, type LogRow, type LogStore, UpdateLog } from './update-log.ts'

/** A disk that can be slow or broken, and remembers each commit. */
class Disk implements LogStore {
  readonly commits: (readonly LogRow[])[] = []
  private readonly heads = new Map<string, number>()
  private gate: Promise<void> = Promise.resolve()
  refuses: (rows: readonly LogRow[]) => boolean = () => false
  attempts = 0

  /** Commits wait until the returned function is called. */
  stall(): () => void {
    let release = () => {}
    this.gate = new Promise(resolve => {
      release = resolve
    })
    return release
  }

  async append(rows: readonly LogRow[]): Promise<readonly number[]> {
    this.attempts++
    await this.gate
    if (this.refuses(rows)) throw new Error('disk full')
    this.commits.push(rows)
    return rows.map(({ documentId }) => {
      const seq = (this.heads.get(documentId) ?? 0) + 1
      this.heads.set(documentId, seq)
      return seq
    })
  }

  async close(): Promise<void> {}
}

const silent = { failed: () => {}, recovered: () => {}, committed: () => {} }

const entry = (documentId: string, author: string, update = updateOf(author)): LogEntry => ({
  documentId: documentId as DocumentId,
  author: author as PersonId,
  update,
  clientRanges: [],
})

const updateOf = (text: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.getText('content').insert(0, text)
  return Y.encodeStateAsUpdate(doc)
}

describe('the update log', () => {
  it('[S1] resolves only when the commit has', async () => {
    const disk = new Disk()
    const release = disk.stall()
    const log = new UpdateLog(disk, silent)
    let stored: number | null = null
    const appended = log.append(entry('d', 'an')).then(seq => {
      stored = seq
    })
    await new Promise(resolve => setImmediate(resolve))
    expect([stored, disk.attempts]).toEqual([null, 1])
    release()
    await appended
    expect(stored).toBe(1)
  })

  it('[S2] commits the updates of all documents at once, one row per document and author', async () => {
    const disk = new Disk()
    const log = new UpdateLog(disk, silent)
    const seqs = await Promise.all([
      log.append(entry('d', 'an')),
      log.append(entry('d', 'binh')),
      log.append(entry('e', 'an')),
      log.append(entry('d', 'an', updateOf('tiếp'))),
    ])
    expect(seqs).toEqual([1, 2, 1, 1])
    expect(disk.commits).toHaveLength(1)
    expect(disk.commits[0]?.map(row => `${row.documentId} ${row.author}`)).toEqual(['d an', 'd binh', 'e an'])
    const doc = new Y.Doc()
    Y.applyUpdate(doc, disk.commits[0]?.[0]?.bytes ?? new Uint8Array())
    expect(doc.getText('content').length).toBe('an'.length + 'tiếp'.length)
  })

  it('[S2] gathers what arrives during a commit into the next', async () => {
    const disk = new Disk()
    const release = disk.stall()
    const log = new UpdateLog(disk, silent)
    const first = log.append(entry('d', 'an'))
    await new Promise(resolve => setImmediate(resolve))
    const later = ['binh', 'chi', 'dung'].map(author => log.append(entry('d', author)))
    release()
    await Promise.all([first, ...later])
    expect(disk.commits.map(rows => rows.length)).toEqual([1, 3])
  })

  it('[S6] keeps everything while the disk refuses, in order, and stores it when it is back', async () => {
    const disk = new Disk()
    disk.refuses = () => true
    const told: string[] = []
    const log = new UpdateLog(
      disk,
      { failed: () => told.push('failed'), recovered: () => told.push('recovered'), committed: () => {} },
      1,
    )
    const stored = [log.append(entry('d', 'an')), log.append(entry('d', 'binh'))]
    while (disk.attempts < 3) await new Promise(resolve => setTimeout(resolve, 1))
    expect(log.state.kind).toBe('failing')
    expect(log.uncommittedBytes).toBeGreaterThan(0)
    disk.refuses = () => false
    expect(await Promise.all(stored)).toEqual([1, 2])
    expect([log.state.kind, log.uncommittedBytes, told.at(-1)]).toEqual(['storing', 0, 'recovered'])
  })

  it('[S6] does not let one document that cannot be stored hold up the others', async () => {
    const disk = new Disk()
    disk.refuses = rows => rows.some(({ documentId }) => documentId === 'ill')
    const log = new UpdateLog(disk, silent, 1)
    const ill = log.append(entry('ill', 'an'))
    expect(await log.append(entry('well', 'an'))).toBe(1)
    while (log.state.kind !== 'failing') await new Promise(resolve => setTimeout(resolve, 1))
    disk.refuses = () => false
    expect(await ill).toBe(1)
    await log.flush()
    expect(log.state.kind).toBe('storing')
  })

  it('[S6] is not failing any more when all that failed together is stored apart', async () => {
    const disk = new Disk()
    disk.refuses = rows => rows.length > 1
    const log = new UpdateLog(disk, silent, 1)
    expect(await Promise.all([log.append(entry('d', 'an')), log.append(entry('e', 'an'))])).toEqual([1, 1])
    await log.flush()
    expect(log.state.kind).toBe('storing')
  })

  it('[S6] takes the documents in turn, also while one of them fills every commit', async () => {
    const disk = new Disk()
    const log = new UpdateLog(disk, silent)
    const large = () => entry('d', 'an', updateOf('x'.repeat(5_000_000)))
    await Promise.all([log.append(large()), log.append(large()), log.append(entry('e', 'an'))])
    expect(disk.commits.map(rows => rows.map(({ documentId }) => documentId).join())).toEqual(['d', 'e,d'])
  })

  it('[S6] tries with a part of what waits, in the order of each document', async () => {
    const disk = new Disk()
    disk.refuses = () => true
    const log = new UpdateLog(disk, silent, 1)
    const large = (at: number) => entry('d', 'an', updateOf(`${at}`.repeat(1_000_000)))
    const stored = Array.from({ length: 9 }, (_, at) => log.append(large(at)))
    while (disk.attempts < 2) await new Promise(resolve => setTimeout(resolve, 1))
    disk.refuses = () => false
    const seqs = await Promise.all(stored)
    const sizes = disk.commits.map(rows => rows.reduce((sum, { bytes }) => sum + bytes.length, 0))
    expect(disk.commits.length).toBeGreaterThan(1)
    expect(Math.max(...sizes)).toBeLessThan(6 * 1024 * 1024)
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
  })

  it('[S6] ends with its server, though the disk is still away', async () => {
    const disk = new Disk()
    disk.refuses = () => true
    const log = new UpdateLog(disk, silent, 60_000)
    const release = disk.stall()
    for (const document of ['d', 'e', 'f']) void log.append(entry(document, 'an'))
    while (disk.attempts < 1) await new Promise(resolve => setTimeout(resolve, 1))
    const closed = log.close()
    release()
    await closed
    expect([disk.attempts, log.uncommittedBytes > 0]).toEqual([1, true])
  })
})
