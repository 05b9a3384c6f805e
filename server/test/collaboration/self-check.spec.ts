import { createHash } from 'node:crypto'
import { CheckDocument } from '@lienthong/protocol'
import * as Y from 'yjs'
import { startServer } from '../start-server.ts'
import { until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

describe('the check whether a client shows what the server has', () => {
  it('[S14] says same, different or elsewhere, and different only when it is sure', async () => {
    const server = await startServer()
    const { an, binh } = await stage(server)
    const { id: documentId } = await createDocument(server, an, { text: 'một hai' })
    const a = await (await Editor.connect(server, an)).join(documentId)
    const b = await (await Editor.connect(server, binh)).join(documentId)
    const check = async (text: string, stateVector = Y.encodeStateVector(a.doc)) => {
      const textHash = createHash('sha256').update(text).digest()
      return (await a.ask(CheckDocument, { documentId, stateVector, textHash })).verdict
    }
    b.text.insert(7, ' ba')
    b.text.delete(0, 4)
    await b.whenStored()
    expect(await check('một hai ba')).toBe('elsewhere')
    await until('the settled text', async () => (await check(b.text.toString())) === 'same')
    expect(await check('hai bốn')).toBe('different')
    expect(await check('hai', Y.encodeStateVector(new Y.Doc()))).toBe('elsewhere')
    const outsider = await Editor.connect(server, an)
    const request = { documentId, stateVector: new Uint8Array([0]), textHash: new Uint8Array() }
    await expect(outsider.ask(CheckDocument, request)).rejects.toThrow('DOCUMENT_NOT_JOINED')
  })
})
