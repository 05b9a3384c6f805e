import { maxFrameBytes, UpdateDocument } from '@lienthong/protocol'
import Sqlite from 'better-sqlite3'
import { io } from 'socket.io-client'
import { databaseFile } from '../../src/database/open-database.ts'
import { startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

describe('co-editing when something breaks', () => {
  let server: TestServer
  let an: TestPerson
  let binh: TestPerson

  beforeAll(async () => {
    server = await startServer({ settings: { LIENTHONG_MAX_UNSTORED_BYTES: '2000' } })
    ;({ an, binh } = await stage(server))
  })

  it('[S6] keeps edits while the disk refuses them, says so, and stores them when it can', async () => {
    const { id } = await createDocument(server, an, { text: 'một' })
    const a = await (await Editor.connect(server, an)).join(id)
    const b = await (await Editor.connect(server, binh)).join(id)
    const database = new Sqlite(databaseFile(server.config))
    database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON document_updates BEGIN SELECT RAISE(ABORT, 'full'); END",
    )
    let isStored = false
    a.text.insert(3, ' hai')
    const stored = a.whenStored().then(() => {
      isStored = true
    })
    await until('the words', () => b.text.toString() === 'một hai')
    const health = async () => (await fetch(`${server.url}/health/ready`)).json()
    await until('the degraded health', async () => 'update-log' in ((await health()).troubles ?? {}))
    expect(isStored).toBe(false)
    database.exec('DROP TRIGGER full')
    database.close()
    await stored
    const text = await server.fetch(`/documents/${id}/text`, { token: an.token })
    expect(await text.text()).toBe('một hai')
    expect(await health()).toEqual({ status: 'ready' })
  })

  it('[S6] refuses edits rather than dying of them when the disk stays away', async () => {
    const { id } = await createDocument(server, an)
    const a = await (await Editor.connect(server, an)).join(id)
    const database = new Sqlite(databaseFile(server.config))
    database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON document_updates BEGIN SELECT RAISE(ABORT, 'full'); END",
    )
    for (let times = 0; times < 2; times++) a.text.insert(0, 'x'.repeat(2000))
    await expect(a.whenStored()).rejects.toThrow('STORAGE_UNAVAILABLE')
    database.exec('DROP TRIGGER full')
    database.close()
    const health = async () => (await fetch(`${server.url}/health/ready`)).json()
    await until('storing again', async () => (await health()).status === 'ready')
  })

  it('[S17] ends only the connection that sends a frame larger than any update may be', async () => {
    const { id } = await createDocument(server, an, { text: 'một' })
    const a = await (await Editor.connect(server, an)).join(id)
    const b = await (await Editor.connect(server, binh)).join(id)
    a.ask(UpdateDocument, { documentId: id, update: new Uint8Array(maxFrameBytes + 1) }).catch(() => {})
    await until('the end', () => !a.socket.connected)
    b.text.insert(3, ' hai')
    await b.whenStored()
    expect(b.socket.connected).toBe(true)
  })

  it('[S17] speaks WebSocket only', async () => {
    const socket = io(server.url, { transports: ['polling'], reconnection: false, forceNew: true })
    await new Promise(resolve => socket.once('connect_error', resolve))
    socket.disconnect()
    expect(socket.connected).toBe(false)
  })
})
