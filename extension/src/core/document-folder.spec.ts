import { mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DocumentSummary } from '@lienthong/protocol'
import { folderAt } from '../../test/real-folder.ts'
import { DocumentFolder } from './document-folder.ts'

const access = { canEdit: true, canComment: true }

const summaryOf = (n: number, path = `so-${n}.schema.yaml`): DocumentSummary =>
  DocumentSummary.parse({
    id: `018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    databaseId: '018f0000-0000-7000-8000-00000000dddd',
    databaseCode: 'dan-cu',
    path,
    title: `Số ${n}`,
    format: 'json-schema-yaml',
    isIllustrative: false,
    seq: 1,
    updatedAt: '2026-01-01T00:00:00.000Z',
  })

const keptOf = (n: number, at: number, update: Uint8Array = new Uint8Array([n, 10, 0, 255])) => ({
  summary: summaryOf(n),
  state: { update, access, at },
})

let root: string
let path: string
const folder = (bounds?: { documents: number; bytes: number }) => new DocumentFolder(folderAt(path), bounds)
const at = (second: number) => 1_790_000_000_000 + second * 1_000
const found = (n: number) => folder().find('dan-cu', summaryOf(n).path)

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lienthong-documents-'))
  path = join(root, 'documents', 'person')
})
afterEach(() => rm(root, { recursive: true }))

describe('the folder of documents that open without a server', () => {
  it('[E30] gives back what was kept last, by its address', async () => {
    expect(await found(1)).toBeUndefined()
    await folder().keep(keptOf(1, at(1)))
    await folder().keep(keptOf(2, at(2)))
    await folder().keep(keptOf(1, at(3), new Uint8Array([7])))
    expect(await found(1)).toEqual(keptOf(1, at(3), new Uint8Array([7])))
    expect(await found(2)).toEqual(keptOf(2, at(2)))
    expect(await folder().find('doanh-nghiep', summaryOf(1).path)).toBeUndefined()
    expect(await readdir(path)).toHaveLength(2)
  })

  it('[E30] does not let a window that is behind take the place of a newer state', async () => {
    await folder().keep(keptOf(1, at(2)))
    await folder().keep(keptOf(1, at(1)))
    expect((await found(1))?.state.at).toBe(at(2))
    expect(await readdir(path)).toHaveLength(1)
  })

  it('[E30] gives nothing of a file that a crash cut short, that was damaged or is another’s, and goes on', async () => {
    await folder().keep(keptOf(1, at(1)))
    const [name = ''] = await readdir(path)
    await truncate(join(path, name), 40)
    await writeFile(join(path, '.DS_Store'), 'của người khác')
    expect(await found(1)).toBeUndefined()
    await writeFile(join(path, name), 'hỏng')
    expect(await found(1)).toBeUndefined()
    await folder().keep(keptOf(1, at(2)))
    expect((await found(1))?.state.at).toBe(at(2))
    expect(await readdir(path)).toHaveLength(2)
  })

  it('[E30] falls back on the older state when the newer one is damaged', async () => {
    await folder().keep(keptOf(1, at(1)))
    const [name = ''] = await readdir(path)
    await writeFile(join(path, name.replace(String(at(1)), String(at(2)))), 'hỏng')
    expect((await found(1))?.state.at).toBe(at(1))
  })

  it('[E30] holds the 50 newest documents', async () => {
    for (let n = 1; n <= 53; n++) await folder().keep(keptOf(n, at(n)))
    expect(await readdir(path)).toHaveLength(50)
    expect(await found(3)).toBeUndefined()
    expect(await found(4)).toBeDefined()
    expect(await found(53)).toBeDefined()
  })

  it('[E30] holds so many bytes, the oldest documents go first; one that is too large is not kept at all', async () => {
    const bounds = { documents: 50, bytes: 10_000 }
    const update = new Uint8Array(4_000)
    for (let n = 1; n <= 3; n++) await folder(bounds).keep(keptOf(n, at(n), update))
    expect(await found(1)).toBeUndefined()
    expect(await found(2)).toBeDefined()
    await folder(bounds).keep(keptOf(3, at(4), new Uint8Array(20_000)))
    expect(await found(3)).toBeUndefined()
    expect(await found(2)).toBeDefined()
  })

  it('[E30] keeps the former state when there is no room for the next', async () => {
    await folder().keep(keptOf(1, at(1)))
    const full = { ...folderAt(path), write: () => Promise.reject(new Error('disk full')) }
    await expect(new DocumentFolder(full).keep(keptOf(1, at(2)))).rejects.toThrow('disk full')
    expect((await found(1))?.state.at).toBe(at(1))
  })

  it('[E30] forgets a document, and everything', async () => {
    for (let n = 1; n <= 3; n++) await folder().keep(keptOf(n, at(n)))
    await folder().remove(summaryOf(1).id)
    expect(await found(1)).toBeUndefined()
    expect(await readdir(path)).toHaveLength(2)
    await folder().clear()
    expect(await readdir(path)).toEqual([])
  })
})
