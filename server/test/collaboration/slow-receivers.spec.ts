import { DocumentUpdated } from '@lienthong/protocol'
import { RoomsService } from '../../src/collaboration/rooms.service.ts'
import { startServer } from '../start-server.ts'
import { until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

/** The TCP socket below an editor's WebSocket. */
const networkOf = ({ socket }: Editor): { pause(): void; resume(): void } =>
  Reflect.get(Reflect.get(socket.io.engine.transport, 'ws'), '_socket')

describe('a connection that takes in less than is sent', () => {
  it('[S10] gets nothing for a while and then everything at once; the others notice nothing', async () => {
    const plenty = String(1024 ** 3)
    const server = await startServer({
      settings: {
        LIENTHONG_EDIT_BYTES_PER_SECOND_PER_CONNECTION: plenty,
        LIENTHONG_EDIT_BYTES_PER_SECOND_PER_DOCUMENT: plenty,
        LIENTHONG_MAX_DOCUMENT_BYTES: plenty,
      },
    })
    const { an, binh } = await stage(server)
    const { id } = await createDocument(server, an)
    const [a, b] = [await Editor.connect(server, an), await Editor.connect(server, binh)]
    const slow = await Editor.connect(server, binh)
    for (const editor of [a, b, slow]) await editor.join(id)
    const isBehind = () =>
      [...(server.app.get(RoomsService).roomOf(id)?.sessions.values() ?? [])].some(({ behind }) => behind)
    networkOf(slow).pause()
    let edits = 0
    await until('the stop', async () => {
      a.text.insert(0, 'x'.repeat(1_500_000))
      edits++
      await a.whenStored()
      return isBehind()
    })
    for (let times = 0; times < 5; times++) a.text.insert(0, 'sau ')
    await a.whenStored()
    await until('the words at the others', () => b.text.length === a.text.length)
    networkOf(slow).resume()
    await until('the same at last', () => slow.text.length === a.text.length && !isBehind())
    slow.text.insert(0, 'kịp ')
    await slow.whenStored()
    a.text.insert(0, 'rồi ')
    await until(
      'edits as usual',
      () => slow.text.toString().startsWith('rồi kịp sau') || slow.text.toString().startsWith('kịp rồi sau'),
    )
    expect(slow.noticed(DocumentUpdated).length).toBeLessThan(edits + 6)
  })
})
