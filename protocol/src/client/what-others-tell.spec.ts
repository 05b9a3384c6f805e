import { TinyServer } from '../../test/tiny-server.ts'
import { until } from '../../test/until.ts'
import {
  type DocumentId,
  type Finding,
  FindingsChanged,
  type Participant,
  PresenceChanged,
  type SessionId,
  type Thread,
  ThreadChanged,
} from '../index.ts'
import { ServerConnection } from './connection.ts'
import type { DocumentSession } from './session.ts'

const documentId = '018f0000-0000-7000-8000-0000000000aa' as DocumentId
const idOf = (n: number) => `018f0000-0000-7000-8000-0000000000${n}`
const range = { start: new Uint8Array([1]), end: new Uint8Array([2]) }
const finding = (fingerprint: string): Finding => ({
  ruleId: 'naming/case',
  severity: 'warning',
  message: { vi: 'Sai', en: 'Wrong' },
  range,
  fingerprint,
  fixes: [],
})
const participant = (n: number): Participant => ({
  sessionId: idOf(n) as SessionId,
  personId: idOf(n) as Participant['personId'],
  displayName: `Người ${n}`,
  organisationName: 'Bộ',
  color: n % 12,
  canEdit: true,
  selections: [],
  isAway: false,
})

let server: TinyServer
let connection: ServerConnection
let session: DocumentSession
beforeEach(async () => {
  server = await new TinyServer().start()
  connection = new ServerConnection({ url: server.url, token: async () => 'token' })
  session = connection.open(documentId)
  await session.ready
})
afterEach(async () => {
  await connection.close()
  await server.stop()
})

describe('presence', () => {
  it('[C10] tells the latest selection, not every one', async () => {
    for (let i = 0; i < 50; i++)
      session.presence.announce([{ anchor: new Uint8Array([i]), head: new Uint8Array([i]) }], false)
    await until(() => server.announced.at(-1)?.selections[0]?.head[0] === 49)
    expect(server.announced.length).toBeLessThanOrEqual(2)
  })

  it('[C10] is repeated after a reconnect, and others are forgotten until they are told anew', async () => {
    session.presence.announce([], true)
    server.tell(PresenceChanged, { documentId, present: [participant(11), participant(12)], left: [] })
    await until(() => session.presence.participants.size === 2)
    server.tell(PresenceChanged, { documentId, present: [], left: [idOf(11) as SessionId] })
    await until(() => session.presence.participants.size === 1)
    server.dropConnections()
    await until(() => server.announced.length === 2)
    expect(session.presence.participants.size).toBe(0)
    expect(server.announced[1]).toMatchObject({ isAway: true })
  })

  it('[C10] is not announced again when it says nothing new', async () => {
    const caret = (n: number) => [{ anchor: new Uint8Array([n]), head: new Uint8Array([n]) }]
    session.presence.announce(caret(1), false)
    await until(() => server.announced.length === 1)
    session.presence.announce(caret(1), false)
    session.presence.announce(caret(2), false)
    await until(() => server.announced.length === 2)
    session.presence.announce(caret(2), true)
    await until(() => server.announced.length === 3)
    expect(server.announced.map(({ selections, isAway }) => [selections[0]?.head[0], isAway])).toEqual([
      [1, false],
      [2, false],
      [2, true],
    ])
  })

  it('[C10] tells when somebody last moved, not when they were last spoken of', async () => {
    const someone = { ...participant(11), selections: [{ anchor: range.start, head: range.start }] }
    const told = (present: Participant) => {
      server.tell(PresenceChanged, { documentId, present: [present], left: [] })
      return until(() => session.presence.participants.get(present.sessionId)?.isAway === present.isAway)
    }
    await told(someone)
    const arrived = session.presence.movedAt(someone.sessionId)
    await until(() => Date.now() > arrived)
    await told({ ...someone, isAway: true })
    expect(session.presence.movedAt(someone.sessionId)).toBe(arrived)
    await told({ ...someone, selections: [{ anchor: range.start, head: range.end }] })
    expect(session.presence.movedAt(someone.sessionId)).toBeGreaterThan(arrived)
  })

  it('[C10] of another document is nobody’s here', async () => {
    server.tell(PresenceChanged, { documentId: idOf(77) as DocumentId, present: [participant(11)], left: [] })
    server.tell(PresenceChanged, { documentId, present: [participant(12)], left: [] })
    await until(() => session.presence.participants.size > 0)
    expect([...session.presence.participants.keys()]).toEqual([idOf(12)])
  })
})

describe('findings', () => {
  const tell = (revision: number, isComplete: boolean, units: Record<string, Finding[]>) =>
    server.tell(FindingsChanged, {
      documentId,
      revision,
      isComplete,
      units: Object.entries(units).map(([unit, findings]) => ({ unit, findings })),
    })
  const fingerprints = () => session.findings.all.map(({ fingerprint }) => fingerprint).join()

  it('[C11] are put together per unit', async () => {
    tell(1, false, { a: [finding('a1'), finding('a2')], b: [finding('b1')] })
    await until(() => fingerprints() === 'a1,a2,b1')
    tell(2, false, { a: [] })
    await until(() => fingerprints() === 'b1')
    tell(3, true, { c: [finding('c1')] })
    await until(() => fingerprints() === 'c1')
  })

  it('[C11] of an older revision are ignored', async () => {
    tell(5, false, { a: [finding('new')] })
    tell(4, false, { a: [finding('old')], b: [finding('old')] })
    tell(5, false, { c: [finding('last')] })
    await until(() => fingerprints().includes('last'))
    expect(fingerprints()).toBe('new,last')
  })
})

describe('threads', () => {
  it('are kept as they change, those of this document only', async () => {
    const thread = {
      id: idOf(31),
      documentId,
      anchor: { ...range, quote: 'x' },
      state: 'open',
      comments: [],
    } as Thread
    server.tell(ThreadChanged, { thread: { ...thread, documentId: idOf(77) as DocumentId } })
    server.tell(ThreadChanged, { thread })
    server.tell(ThreadChanged, { thread: { ...thread, state: 'resolved' } })
    await until(() => session.threads.all[0]?.state === 'resolved')
    expect(session.threads.all).toHaveLength(1)
  })
})
