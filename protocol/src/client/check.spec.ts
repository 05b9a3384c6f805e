import { createHash } from 'node:crypto'
import { TinyServer } from '../../test/tiny-server.ts'
import { until } from '../../test/until.ts'
import { type DocumentId, textName } from '../index.ts'
import { ServerConnection } from './connection.ts'
import type { DocumentSession } from './session.ts'

const documentId = '018f0000-0000-7000-8000-0000000000aa' as DocumentId
const hashOf = async (text: string) => createHash('sha256').update(text).digest()

let server: TinyServer
let connection: ServerConnection
let session: DocumentSession
beforeEach(async () => {
  server = await new TinyServer().start()
  server.doc.getText(textName).insert(0, 'Họ và tên')
  connection = new ServerConnection({ url: server.url, token: async () => 'token' })
  session = connection.open(documentId)
  await session.ready
})
afterEach(async () => {
  await connection.close()
  await server.stop()
})

describe('asking whether a text is the server’s', () => {
  it('[S14] is answered for the state of the moment of the question', async () => {
    expect(await session.check(hashOf('Họ và tên'))).toBe('same')
    expect(await session.check(hashOf('Họ và'))).toBe('different')
    session.text.insert(0, '# ')
    expect(await session.check(hashOf('# Họ và tên'))).toBe('elsewhere')
    await session.whenStored()
    expect(await session.check(hashOf('# Họ và tên'))).toBe('same')
    expect(session.seq).toBe(1)
  })

  it('[S14] asks nothing without a server', async () => {
    await server.stop()
    await until(() => session.state.kind === 'offline')
    expect(await session.check(hashOf('Họ và tên'))).toBe('elsewhere')
  })

  it('[S14] finds a deletion that never arrived, and joining again brings it', async () => {
    server.doc.getText(textName).delete(0, 6)
    expect(await session.check(hashOf(session.text.toString()))).toBe('different')
    await session.resynchronise()
    expect(session.text.toString()).toBe('tên')
    expect(await session.check(hashOf('tên'))).toBe('same')
  })
})
