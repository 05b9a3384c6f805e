import { AnnouncePresence, type DocumentId, PresenceChanged } from '@lienthong/protocol'
import * as Y from 'yjs'
import { startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { createDocument, stage } from './documents.ts'
import { Editor } from './editor.ts'

describe('places that are announced too fast', () => {
  let server: TestServer
  let an: TestPerson
  let documentId: DocumentId
  let a: Editor
  let b: Editor

  beforeAll(async () => {
    server = await startServer()
    ;({ an } = await stage(server))
  })

  beforeEach(async () => {
    ;({ id: documentId } = await createDocument(server, an, { text: 'một hai ba' }))
    ;[a, b] = [await Editor.connect(server, an), await Editor.connect(server, an)]
    await Promise.all([a.join(documentId), b.join(documentId)])
  })

  const placeAt = (at: number) => Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(a.text, at))

  /** Answers with the outcome: `ok`, or the refusal's code. */
  const announce = (at: number): Promise<string> => {
    const place = placeAt(at)
    const request = { documentId, selections: [{ anchor: place, head: place }], isAway: false }
    return a.ask(AnnouncePresence, request).then(
      () => 'ok',
      (error: Error) => error.message,
    )
  }

  const shown = () =>
    b
      .noticed(PresenceChanged)
      .flatMap(({ present }) => present)
      .filter(({ sessionId }) => sessionId === a.answer?.sessionId)
      .at(-1)?.selections[0]?.head

  it('[S11] takes in ten a second and some at once, refuses what a newer one overtakes, and always takes the last', async () => {
    const from = performance.now()
    const sent = Array.from({ length: 2000 }, (_, at) => announce(at % 3))
    const answers = await Promise.all([...sent, announce(7)])
    const seconds = (performance.now() - from) / 1000
    const taken = answers.filter(answer => answer === 'ok').length
    expect(new Set(answers)).toEqual(new Set(['ok', 'RATE_LIMITED']))
    expect(taken).toBeGreaterThanOrEqual(20)
    expect(taken).toBeLessThanOrEqual(20 + 10 * seconds + 1)
    expect(answers.at(-1)).toBe('ok')
    await until('the last place', () => Buffer.from(placeAt(7)).equals(shown() ?? new Uint8Array()))
  })

  it('[S11] forgets a place that waits for its turn when its session leaves', async () => {
    const sent = Array.from({ length: 100 }, (_, at) => announce(at % 3))
    await a.leave(documentId)
    await Promise.all(sent)
    const gone = a.answer?.sessionId
    const told = () => b.noticed(PresenceChanged)
    await until('who has left', () => told().some(({ left }) => left.some(id => id === gone)))
    const { length } = told()
    await (await Editor.connect(server, an)).join(documentId)
    await until('who comes next', () => told().length > length)
    expect(
      told()
        .slice(length)
        .flatMap(({ present }) => present.map(({ sessionId }) => sessionId)),
    ).not.toContain(gone)
  })
})
