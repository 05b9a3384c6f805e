import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DocumentSummary, type Me } from '@lienthong/protocol'
import type { LastState } from '@lienthong/protocol/client'
import { folderAt } from '../../test/real-folder.ts'
import { DocumentFolder } from '../core/document-folder.ts'
import { type Folder, FolderStore } from '../core/folder-store.ts'
import type { Account } from './account.ts'
import { type Keeping, KeptDocuments } from './kept-documents.ts'

const summary = DocumentSummary.parse({
  id: '018f0000-0000-7000-8000-000000000001',
  databaseId: '018f0000-0000-7000-8000-00000000dddd',
  databaseCode: 'dan-cu',
  path: 'so-1.schema.yaml',
  title: 'Số 1',
  format: 'json-schema-yaml',
  isIllustrative: false,
  seq: 1,
  updatedAt: '2026-01-01T00:00:00.000Z',
})
const account: Account = {
  kind: 'token',
  token: 'token',
  serverUrl: 'http://127.0.0.1',
  me: { person: { id: '018f0000-0000-7000-8000-00000000aaaa', displayName: 'An' } } as Me,
}
const at = (second: number): LastState => ({
  update: new Uint8Array([second]),
  access: { canEdit: true, canComment: true },
  at: 1_790_000_000_000 + second,
})

/** Who is signed in, as one window knows it. */
class Window {
  current: Account | undefined = account
  private learn: (account: Account) => void = () => {}
  readonly kept: KeptDocuments
  readonly keeping: Keeping

  constructor(folder: Folder) {
    const documents = new DocumentFolder(folder)
    this.kept = new KeptDocuments(this, {
      documents: () => documents,
      unsent: (_, documentId) => new FolderStore(folderAt(join(path, documentId))),
    })
    const keeping = this.kept.keepingOf(summary)
    if (!keeping) throw new Error('somebody is signed in')
    this.keeping = keeping
  }
  onDidSignOutElsewhere = (listener: (account: Account) => void) => {
    this.learn = listener
    return { dispose: () => {} }
  }
  async signOut() {
    this.current = undefined
    await this.kept.clear(account)
  }
  learnOfSignOut() {
    this.current = undefined
    this.learn(account)
  }
}

let path: string
const files = () => readdir(path)
const openWindow = (folder: Partial<Folder> = {}) => new Window({ ...folderAt(path), ...folder })

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'lienthong-kept-'))
})
afterEach(() => rm(path, { recursive: true }))

describe('what is kept of documents when the person signs out', () => {
  it('[E30] goes, with what was still being written, and nothing is written afterwards', async () => {
    let goOn = () => {}
    const disk = new Promise<void>(resolve => {
      goOn = resolve
    })
    const { write } = folderAt(path)
    const window = openWindow({ write: (name, content) => disk.then(() => write(name, content)) })
    const writing = window.keeping.keep(at(1))
    const leaving = window.signOut()
    goOn()
    await Promise.all([writing, leaving])
    expect(await files()).toEqual([])
    await window.keeping.keep(at(2))
    expect(await files()).toEqual([])
  })

  it('[E30] goes too where another window writes before it learns of it, which then writes no more', async () => {
    const [first, second] = [openWindow(), openWindow()]
    await first.keeping.keep(at(1))
    await first.signOut()
    await second.keeping.keep(at(2))
    expect(await files()).toHaveLength(1)
    second.learnOfSignOut()
    await second.keeping.keep(at(3))
    expect(await files()).toEqual([])
  })
})
