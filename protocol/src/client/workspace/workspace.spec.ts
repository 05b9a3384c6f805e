import type { DocumentSummary } from '../../documents.ts'
import { FileRefused } from '../../files.ts'
import { DatabaseId, DocumentId } from '../../ids.ts'
import { RestClient } from '../rest-client.ts'
import { type Comparison, compareFile, pairsOf } from './comparison.ts'
import { Documents } from './documents.ts'
import { type Exchange, hashOf, linkFile } from './exchange.ts'
import type { Folder } from './folder.ts'
import { followDocument, makeFile, rewriteFile } from './transfer.ts'
import { Workspace, workspaceFile } from './workspace.ts'

class MemoryFolder implements Folder {
  readonly root = '/kho'
  readonly files = new Map<string, string>()

  async read(name: string) {
    const content = this.files.get(name)
    return content === undefined ? undefined : new TextEncoder().encode(content)
  }

  async write(name: string, content: string, before: string | undefined) {
    if (this.files.get(name) !== before) throw new FileRefused('FILE_CHANGED', { file: name })
    this.files.set(name, content)
  }

  async names() {
    return [...this.files.keys()]
  }
}

/** Documents as a server has them: each is at the state of its newest text. */
class MemoryServer {
  readonly texts = new Map<string, string[]>()

  get client(): RestClient {
    return new RestClient({
      url: 'http://s',
      fetch: async url => {
        const [, id = '', seq] = /documents\/[0-9a-f-]{35}(\d)(?:\/history\/(\d+)\/text)?$/.exec(url) ?? []
        const text = this.texts.get([...this.texts.keys()][Number(id)] ?? '')?.[Number(seq)]
        const body = seq === undefined ? JSON.stringify(this.list()[Number(id)]) : text
        return new Response(body, { status: 200 })
      },
    })
  }

  list(): DocumentSummary[] {
    return [...this.texts].map(([path, texts], at) => ({
      id: DocumentId.parse(`00000000-0000-7000-8000-00000000000${at}`),
      databaseId: DatabaseId.parse('00000000-0000-7000-8000-000000000000'),
      databaseCode: 'dan-cu',
      path,
      title: path,
      format: 'markdown',
      isIllustrative: false,
      seq: texts.length - 1,
      updatedAt: '2026-11-26T00:00:00Z',
    }))
  }

  write(path: string, text: string): void {
    this.texts.set(path, [...(this.texts.get(path) ?? []), text])
  }
}

const begin = (texts: Record<string, string>) => {
  const [folder, server] = [new MemoryFolder(), new MemoryServer()]
  for (const [path, text] of Object.entries(texts)) server.write(path, text)
  const workspace = Workspace.make(folder, 'http://s', 'dan-cu', 'database')
  const documents = new Documents(server.client, 'dan-cu')
  const exchange = (): Exchange<MemoryFolder> => ({ workspace, documents, list: server.list() })
  return { folder, server, exchange }
}

const comparisonsOf = async (exchange: Exchange): Promise<Comparison[]> => {
  const found: Comparison[] = []
  for (const pair of await pairsOf(exchange)) {
    const comparison = await compareFile(pair, exchange)
    if (comparison) found.push(comparison)
  }
  return found
}

const statesOf = async (exchange: Exchange) =>
  Object.fromEntries((await comparisonsOf(exchange)).map(({ name, state }) => [name, state]))

const bringAll = async (exchange: Exchange): Promise<void> => {
  for (const { name, ...rest } of await comparisonsOf(exchange))
    if (rest.state === 'new-there') await makeFile(exchange, name, rest.server)
}

describe('a folder linked to documents', () => {
  it('[T12] tells of every file how it stands to its document', async () => {
    const paths = ['a.md', 'b.md', 'c.md', 'd.md', 'e.md']
    const { folder, server, exchange } = begin(Object.fromEntries(paths.map(path => [path, 'một\n'])))
    await bringAll(exchange())
    folder.files.set('b.md', 'một, sửa\n')
    server.write('c.md', 'một, trên\n')
    folder.files.set('d.md', 'một, sửa\n')
    server.write('d.md', 'một, trên\n')
    folder.files.delete('e.md')
    folder.files.set('f.md', 'mới\n')
    server.write('g.md', 'mới\n')
    for (const name of ['Tên.md', '.an.md', 'x.txt']) folder.files.set(name, 'để yên\n')
    expect(await statesOf(exchange())).toEqual({
      'a.md': 'same',
      'b.md': 'changed-here',
      'c.md': 'changed-there',
      'd.md': 'conflict',
      'e.md': 'missing-here',
      'f.md': 'new-here',
      'g.md': 'new-there',
    })
    server.texts.clear()
    expect(await statesOf(exchange())).toMatchObject({ 'a.md': 'missing-there' })
  })

  it('[T12] goes on from what another program wrote', async () => {
    const { folder, exchange } = begin({ 'a.md': 'một\n' })
    await bringAll(exchange())
    const again = await Workspace.open(folder)
    expect(again).toMatchObject({ server: 'http://s', database: 'dan-cu', scope: 'database' })
    expect(again?.links).toEqual(exchange().workspace.links)
    expect(again?.linkOf('a.md')?.sha256).toBe(await hashOf('một\n'))
  })

  it('[T13] keeps the bytes of what stays, and gives a lost file its shape back', async () => {
    const { folder, server, exchange } = begin({ 'a.md': 'một\nhai\n' })
    folder.files.set('a.md', '\uFEFFmột\r\nhai\r\n')
    for (const one of await comparisonsOf(exchange()))
      if (one.state === 'same') await linkFile(exchange(), one.file, one.server.document)
    server.write('a.md', 'một\nhai\nba\n')
    for (const one of await comparisonsOf(exchange()))
      if (one.state === 'changed-there') await rewriteFile(exchange(), one.file, one.server.text, one.server)
    expect(folder.files.get('a.md')).toBe('\uFEFFmột\r\nhai\r\nba\r\n')
    folder.files.delete('a.md')
    for (const one of await comparisonsOf(exchange()))
      if (one.state === 'missing-here') await makeFile(exchange(), one.name, one.server)
    expect(folder.files.get('a.md')).toBe('\uFEFFmột\r\nhai\r\nba\r\n')
    expect(await statesOf(exchange())).toEqual({ 'a.md': 'same' })
  })

  it('[T14] gives a file that went into its document what others wrote there', async () => {
    const { folder, server, exchange } = begin({ 'a.md': 'một\nhai\n' })
    await bringAll(exchange())
    folder.files.set('a.md', 'một\nhai rưỡi\n')
    const [one] = await comparisonsOf(exchange())
    if (one?.state !== 'changed-here') throw new Error('not changed here')
    server.write('a.md', 'không\nmột\nhai rưỡi\n')
    await followDocument(exchange(), one.file, one.server.document)
    expect(folder.files.get('a.md')).toBe('không\nmột\nhai rưỡi\n')
    expect(await statesOf(exchange())).toEqual({ 'a.md': 'same' })
  })

  it('[T16] calls a file that never was the document a conflict, and overwrites none that changed meanwhile', async () => {
    const { folder, exchange } = begin({ 'a.md': 'một\n', 'b.md': 'một\n' })
    folder.files.set('a.md', 'khác\n')
    const [a, b] = await comparisonsOf(exchange())
    expect(a).toMatchObject({ state: 'conflict', base: undefined })
    if (b?.state !== 'new-there') throw new Error('not new there')
    folder.files.set('b.md', 'vừa viết\n')
    await expect(makeFile(exchange(), 'b.md', b.server)).rejects.toMatchObject({ code: 'FILE_CHANGED' })
    expect(folder.files.get('b.md')).toBe('vừa viết\n')
  })

  it.each(['../ngoai.md', '/etc/x.md', '.git/hooks/pre-commit', 'a/../../x.md', 'a//x.md', '..\\x.md'])(
    '[T18] takes no name %s from a workspace',
    async name => {
      const { folder, exchange } = begin({ 'a.md': 'một\n' })
      await bringAll(exchange())
      const content = folder.files.get(workspaceFile) ?? ''
      folder.files.set(workspaceFile, content.replace('"a.md": {', `${JSON.stringify(name)}: {`))
      await expect(Workspace.open(folder)).rejects.toMatchObject({ code: 'WORKSPACE_INVALID' })
    },
  )
})
