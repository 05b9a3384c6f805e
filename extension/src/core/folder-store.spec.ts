import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderAt } from '../../test/real-folder.ts'
import { FolderStore } from './folder-store.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

let root: string
let path: string
const store = () => new FolderStore(folderAt(path))
const loaded = async () =>
  (await store().load()).map(({ update, count }) => [new TextDecoder().decode(update), count]).sort()

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lienthong-unsent-'))
  path = join(root, 'unsent', 'document')
})
afterEach(() => rm(root, { recursive: true }))

describe('the folder of unsent edits', () => {
  it('[E30] is empty before anything was written, and gives back what was', async () => {
    expect(await loaded()).toEqual([])
    await store().add({ update: bytes('một'), count: 1 })
    await store().add({ update: bytes('hai'), count: 20 })
    expect(await loaded()).toEqual([
      ['hai', 20],
      ['một', 1],
    ])
  })

  it('[E30] loses no more than the record that a crash cut short', async () => {
    await store().add({ update: bytes('nguyên vẹn'), count: 1 })
    const half = await store().add({ update: bytes('dở dang'), count: 1 })
    await truncate(join(path, half), 3)
    const empty = await store().add({ update: bytes('rỗng'), count: 1 })
    await truncate(join(path, empty), 0)
    await writeFile(join(path, '.DS_Store'), 'của người khác')
    expect(await loaded()).toEqual([['nguyên vẹn', 1]])
  })

  it('[E30] keeps what other windows wrote when one removes its own', async () => {
    const own = await store().add({ update: bytes('giống nhau'), count: 1 })
    await store().add({ update: bytes('giống nhau'), count: 1 })
    await store().remove(own)
    await store().remove(own)
    expect(await loaded()).toEqual([['giống nhau', 1]])
  })
})
