import { ServerConnection } from '@lienthong/protocol/client'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

const open: ServerConnection[] = []

afterEach(async () => {
  for (const connection of open.splice(0)) await connection.close()
})

/** Ten seconds' worth may come at once, and more grows while a loaded machine pauses: this is more than both. */
const manyTimes = 60

describe('what one client may use up', () => {
  const started = async (settings: Record<string, string>) => {
    const server = await startServer({ settings })
    const { an, binh } = await stage(server)
    return { server, an, binh }
  }

  const joined = async (server: TestServer, person: TestPerson, text = '') => {
    const { id } = await createDocument(server, person, { text })
    return { id, editor: await (await Editor.connect(server, person)).join(id) }
  }

  const opened = (server: TestServer, { token }: TestPerson) => {
    const connection = new ServerConnection({ url: server.url, token: async () => token })
    open.push(connection)
    return connection
  }

  it('[S18] bounds edits per connection, and the others’ go on', async () => {
    const { server, an, binh } = await started({ LIENTHONG_EDITS_PER_SECOND_PER_CONNECTION: '2' })
    const { id, editor } = await joined(server, an)
    const other = await (await Editor.connect(server, binh)).join(id)
    for (let at = 0; at < manyTimes; at++) editor.text.insert(0, 'x')
    await expect(editor.whenStored()).rejects.toMatchObject({
      error: { code: 'RATE_LIMITED', params: { seconds: expect.any(Number) } },
    })
    expect(editor.socket.connected).toBe(true)
    other.text.insert(0, 'y')
    await other.whenStored()
  })

  it('[S18] bounds bytes per connection, and edits and bytes per document', async () => {
    const bytes = { LIENTHONG_EDIT_BYTES_PER_SECOND_PER_CONNECTION: '100' }
    const edits = { LIENTHONG_EDITS_PER_SECOND_PER_DOCUMENT: '1' }
    const documentBytes = { LIENTHONG_EDIT_BYTES_PER_SECOND_PER_DOCUMENT: '100' }
    for (const settings of [bytes, edits, documentBytes]) {
      const { server, an } = await started(settings)
      const { editor } = await joined(server, an)
      for (let at = 0; at < manyTimes; at++) editor.text.insert(0, 'x'.repeat(100))
      await expect(editor.whenStored()).rejects.toThrow('RATE_LIMITED')
    }
  })

  it('[S18] bounds what a person and an organisation send in a day', async () => {
    for (const whose of ['PERSON', 'ORGANISATION']) {
      const { server, an, binh } = await started({ [`LIENTHONG_EDIT_BYTES_PER_DAY_PER_${whose}`]: '1400' })
      const { id, editor } = await joined(server, an)
      const other = await (await Editor.connect(server, binh)).join(id)
      editor.text.insert(0, 'x'.repeat(900))
      await editor.whenStored()
      other.text.insert(0, 'y'.repeat(200))
      const answer = expect(other.whenStored())
      if (whose === 'PERSON') await answer.resolves.toBeUndefined()
      else await answer.rejects.toMatchObject({ error: { code: 'QUOTA_EXCEEDED', params: { hours: 24 } } })
    }
  })

  it('[S18] reads who sends too many messages more slowly, loses none, and lets nobody else wait', async () => {
    const { server, an, binh } = await started({ LIENTHONG_MESSAGES_PER_SECOND_PER_PERSON: '5' })
    const { id, editor } = await joined(server, an)
    const second = await Editor.connect(server, an)
    const other = await (await Editor.connect(server, binh)).join(id)
    let isRead = false
    const codes: string[] = []
    const flood = async () => {
      for (const socket of [editor.socket, second.socket])
        for (let at = 0; at < 40; at++) codes.push((await socket.emitWithAck('unheard-of')).error.code)
      isRead = true
    }
    const flooded = flood()
    other.text.insert(0, 'y')
    await other.whenStored()
    expect(isRead).toBe(false)
    await flooded
    expect(codes).toEqual(Array.from({ length: 80 }, () => 'MESSAGE_UNKNOWN'))
  }, 60_000)

  it('[S18] takes no more words into a full document, but deletions; the client keeps what was refused', async () => {
    const { server, an, binh } = await started({ LIENTHONG_MAX_DOCUMENT_BYTES: '2000' })
    const { id } = await createDocument(server, an, { text: 'x'.repeat(1500) })
    const other = await (await Editor.connect(server, binh)).join(id)
    const session = opened(server, an).open(id)
    await session.ready
    session.text.insert(0, 'y'.repeat(600))
    await until('the refusal', () => session.state.kind === 'stuck')
    expect(session.state).toMatchObject({
      error: { code: 'DOCUMENT_FULL', params: { maxBytes: 2000 } },
      pending: 1,
    })
    other.text.delete(0, 1500)
    await other.whenStored()
    session.text.delete(0, 590)
    await session.whenStored()
    await until('the rest', () => other.text.toString() === 'y'.repeat(10))
  })

  it('[S18] heals a client that was too fast, without losing a word', async () => {
    const { server, an, binh } = await started({ LIENTHONG_EDIT_BYTES_PER_SECOND_PER_CONNECTION: '30' })
    const { id } = await createDocument(server, an)
    const other = await (await Editor.connect(server, binh)).join(id)
    const session = opened(server, an).open(id)
    await session.ready
    const words = 'từng chữ một '.repeat(6)
    for (const [at, letter] of [...words].entries()) {
      session.text.insert(at, letter)
      if (at % 20 === 0) await until('the frame', () => session.state.kind !== 'joining')
    }
    await session.whenStored()
    await until('every word', () => other.text.toString() === words)
  }, 60_000)
})

describe.each(databases)('honest people on %s', database => {
  it('[S18] meet no bound: a paste of 2 MB, and fifty who type in one document', async () => {
    const server = await startServer({ database })
    const { an, binh } = await stage(server)
    const { id } = await createDocument(server, an)
    const a = await (await Editor.connect(server, an)).join(id)
    a.text.insert(0, 'x'.repeat(2 * 1024 * 1024 - 100))
    await a.whenStored()
    const { id: shared } = await createDocument(server, an)
    const typists = await Promise.all(
      Array.from({ length: 50 }, async (_, at) =>
        (await Editor.connect(server, at % 2 ? an : binh)).join(shared),
      ),
    )
    for (let round = 0; round < 4; round++) for (const { text } of typists) text.insert(0, 'x')
    await Promise.all(typists.map(typist => typist.whenStored()))
  }, 60_000)
})
