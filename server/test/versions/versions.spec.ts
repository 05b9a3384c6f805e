import { createHash } from 'node:crypto'
import { type DocumentId, DocumentSummary, NextVersion, PublishedVersion } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import * as z from 'zod/mini'
import { createDocument } from '../collaboration/documents.ts'
import { TestHistory } from '../history/test-history.ts'
import { answered, refusal } from '../json.ts'
import { databases, startServer, type TestPerson, type TestServer } from '../start-server.ts'
import { until } from '../until.ts'
import { current } from '../validation/findings.ts'

describe.each(databases)('published versions on %s', database => {
  let server: TestServer
  let history: TestHistory
  let steward: TestPerson

  beforeAll(async () => {
    server = await startServer({ database })
    history = await TestHistory.on(server)
    ;({ steward } = history)
  })

  const publish = (id: DocumentId, body: object, { token } = steward) =>
    server.fetch(`/documents/${id}/versions`, { token, body })
  const list = async (id: DocumentId, person = history.binh) =>
    answered(await history.get(`/documents/${id}/versions`, person), z.array(PublishedVersion))
  const text = (id: DocumentId, number: string) => history.get(`/documents/${id}/versions/${number}/text`)

  it('[U1] keeps the text as it was, under its number and hash, whatever is written later', async () => {
    const id = await history.document('một', t => t.insert(3, ' hai'))
    const published = await answered(
      await publish(id, { number: '1.0.0', note: 'Bản đầu' }),
      PublishedVersion,
    )
    const sha256 = createHash('sha256').update('một hai').digest('hex')
    expect(published).toMatchObject({ number: '1.0.0', seq: 2, sha256, note: 'Bản đầu' })
    const editor = await history.join(id, history.an)
    editor.text.insert(0, 'khác ')
    await editor.whenStored()
    await server.app.get(EntityManager).query(`DELETE FROM document_updates WHERE document_id = '${id}'`)
    const answer = await text(id, '1.0.0')
    expect([await answer.text(), answer.headers.get('etag')]).toEqual(['một hai', `"${sha256}"`])
    const again = await history.get(`/documents/${id}/versions/1.0.0/text`, history.an, {
      'if-none-match': `"${sha256}"`,
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(await refusal(await text(id, '2.0.0'))).toBe('404 RECORD_NOT_FOUND')
    expect(await refusal(await text(id, '1'))).toBe('400 MESSAGE_INVALID')
  })

  it('[U1] publishes a state of the past', async () => {
    const id = await history.document('một', t => t.insert(3, ' hai'))
    expect((await publish(id, { number: '0.1.0', seq: 1 })).status).toBe(201)
    expect(await (await text(id, '0.1.0')).text()).toBe('một')
  })

  it('[U2] lets numbers grow as numbers, and nothing be published twice', async () => {
    const id = await history.document(
      'một',
      t => t.insert(3, ' hai'),
      t => t.insert(3, ' ba'),
    )
    expect((await publish(id, { number: '1.9.0', seq: 1 })).status).toBe(201)
    expect((await publish(id, { number: '1.10.0', seq: 2 })).status).toBe(201)
    for (const number of ['1.9.1', '1.10.0'])
      expect(await refusal(await publish(id, { number }))).toBe('422 VERSION_NOT_NEWER')
    for (const seq of [1, 9])
      expect(await refusal(await publish(id, { number: '2.0.0', seq }))).toBe('422 RECORD_INVALID')
    expect(await refusal(await publish(id, { number: '2.0.0', seq: 2 }))).toBe('422 VERSION_UNCHANGED')
    for (const number of ['1', '1.2', 'v1.2.3', '1.2.3-beta', '01.2.3'])
      expect(await refusal(await publish(id, { number }))).toBe('400 MESSAGE_INVALID')
    expect((await list(id)).map(({ number }) => number)).toEqual(['1.10.0', '1.9.0'])
  })

  it('[U2] of several that are published at once, each sees the one before', async () => {
    const id = await history.document('một')
    const answers = await Promise.all(['1.0.0', '2.0.0', '3.0.0'].map(number => publish(id, { number })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422])
    expect(await list(id)).toHaveLength(1)
  })

  it('[U3] is for stewards to do and for readers to read', async () => {
    const id = await history.document('một')
    expect(await refusal(await publish(id, { number: '1.0.0' }, history.an))).toBe('403 RIGHT_MISSING')
    await publish(id, { number: '1.0.0' })
    expect(await list(id, history.an)).toHaveLength(1)
    const stranger = await server.person({ name: 'Người lạ' })
    for (const path of ['versions', 'versions/1.0.0/text'])
      expect(await refusal(await history.get(`/documents/${id}/${path}`, stranger))).toMatch(/^40[34]/)
  })

  /** Of the database's rules, in the place of what was chosen before. */
  const choose = async (rules: object) => {
    const { token } = await server.person({ roles: [['administrator', 'VN']] })
    const path = '/databases/dan-cu/rules'
    const before = await server.fetch(path, { token })
    const headers = { 'if-match': before.headers.get('etag') ?? '' }
    expect((await server.fetch(path, { token, method: 'PUT', headers, body: { rules } })).status).toBe(200)
  }

  it('[U5] says while it is typed what breaks against the newest version, until that is published too', async () => {
    const schema = 'type: object\nproperties:\n  tuoi: { type: integer }\nrequired: [tuoi]\n'
    const { id } = await createDocument(server, history.an, { format: 'json-schema-yaml', text: schema })
    const editor = await history.join(id, history.an)
    const broken = () => current(editor).filter(({ ruleId }) => ruleId.startsWith('compatibility/'))
    const type = async (from: string, to: string) => {
      const at = editor.text.toString().indexOf(from)
      editor.doc.transact(() => {
        editor.text.delete(at, from.length)
        editor.text.insert(at, to)
      })
      await editor.whenStored()
    }
    await type('integer', 'string')
    expect((await publish(id, { number: '1.0.0', seq: 1 })).status).toBe(201)
    await until('what breaks', () => broken().length > 0)
    const [finding] = broken()
    expect(finding).toMatchObject({
      severity: 'error',
      message: { vi: expect.stringMatching(/nay bị từ chối: -?\d/) },
    })
    await type('string', 'integer')
    await until('nothing that breaks', () => broken().length === 0)
    await type('required: [tuoi]', 'required: [tuoi, ten]')
    await until('what breaks now', () => broken().length > 0)
    expect((await publish(id, { number: '2.0.0' })).status).toBe(201)
    await until('nothing that breaks any more', () => broken().length === 0)
  })

  it('[K13] says what breaks against any version where that is chosen, from the moment it is chosen', async () => {
    const written = (properties: string) => `properties: { ${properties} }\n`
    const text = written('a: { maxLength: 9 }')
    const { id } = await createDocument(server, history.an, { format: 'json-schema-yaml', text })
    expect((await publish(id, { number: '1.0.0' })).status).toBe(201)
    const editor = await history.join(id, history.an)
    const broken = () => current(editor).filter(({ ruleId }) => ruleId === 'compatibility/text-form')
    editor.text.insert(text.indexOf('9'), '1')
    editor.text.delete(text.indexOf('9') + 1, 1)
    editor.text.insert(text.indexOf('9') + 1, '2')
    await editor.whenStored()
    expect((await publish(id, { number: '1.1.0' })).status).toBe(201)
    editor.text.delete(text.indexOf('9'), 2)
    editor.text.insert(text.indexOf('9'), '7')
    await until('what breaks against the newest', () => broken().length === 1)
    await editor.whenStored()
    expect((await publish(id, { number: '2.0.0' })).status).toBe(201)
    await until('nothing that breaks', () => broken().length === 0)
    await choose({ 'compatibility/text-form': { options: { mode: 'BACKWARD_TRANSITIVE' } } })
    await until('what breaks against an older one', () => broken().length > 0)
    expect(broken().map(({ message }) => message.en)).toEqual([
      expect.stringContaining('Valid in version 1.1.0, refused now'),
      expect.stringContaining('Valid in version 1.0.0, refused now'),
    ])
  })

  it('[U6] has the number that what changed asks for, as chosen for the document, and no lower one', async () => {
    const written = async (text: string) => {
      const { id } = await createDocument(server, history.an, { format: 'json-schema-yaml', text })
      expect((await publish(id, { number: '1.2.3' })).status).toBe(201)
      const editor = await history.join(id, history.an)
      const becomes = async (now: string) => {
        editor.text.delete(0, editor.text.length)
        editor.text.insert(0, now)
        await editor.whenStored()
        return answered(await history.get(`/documents/${id}/versions/next`), NextVersion)
      }
      return { id, becomes }
    }
    const { id, becomes } = await written('title: a\nproperties:\n  a: { type: string }\n')
    expect(await becomes('title: b\nproperties:\n  a: { type: string }\n')).toEqual({
      step: 'patch',
      number: '1.2.4',
    })
    expect(await becomes('properties:\n  a: { type: string }\n  b: {}\n')).toMatchObject({ step: 'minor' })
    const narrower = 'properties:\n  a: { type: integer }\n'
    expect(await becomes(narrower)).toEqual({ step: 'major', number: '2.0.0' })
    for (const number of ['1.2.4', '1.3.0', '1.99.0'])
      expect(await refusal(await publish(id, { number }))).toBe('422 VERSION_STEP_TOO_SMALL')
    expect(await refusal(await publish(id, { number: '1.2.3' }))).toBe('422 VERSION_NOT_NEWER')
    expect((await publish(id, { number: '2.0.0' })).status).toBe(201)
    expect(await becomes('properties:\n  a: {}\n')).toMatchObject({ step: 'minor' })
    await choose({ 'compatibility/next-version': { severity: 'off', options: { mode: 'FORWARD' } } })
    expect(await becomes('properties:\n  a: { title: x }\n')).toMatchObject({ step: 'major' })
    expect((await publish(id, { number: '3.0.0' })).status).toBe(201)
    const unpublished = await createDocument(server, history.an)
    expect(
      await answered(await history.get(`/documents/${unpublished.id}/versions/next`), NextVersion),
    ).toEqual({
      step: null,
      number: '1.0.0',
    })
  })

  it('[U6] has the number that is asked for after the version that another steward published meanwhile', async () => {
    const { id } = await createDocument(server, history.an, {
      format: 'json-schema-yaml',
      text: 'type: string\n',
    })
    expect((await publish(id, { number: '1.0.0' })).status).toBe(201)
    const editor = await history.join(id, history.an)
    for (const text of ['type: integer\n', 'type: boolean\n']) {
      editor.text.delete(0, editor.text.length)
      editor.text.insert(0, text)
      await editor.whenStored()
    }
    const { seq } = await answered(await history.get(`/documents/${id}`), DocumentSummary)
    const answers = await Promise.all([
      publish(id, { number: '2.0.0', seq: seq - 1 }),
      publish(id, { number: '2.0.1', seq }),
    ])
    // Each of the two breaks 1.0.0, and the other.
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
    expect(await list(id)).toHaveLength(2)
  })

  it('[U4] is in the ledger with number, state and hash', async () => {
    const id = await history.document('một')
    const { sha256 } = await answered(await publish(id, { number: '1.0.0' }), PublishedVersion)
    const { items } = await (await history.get('/ledger?limit=200', steward)).json()
    expect(items.find((entry: { subjectId: string }) => entry.subjectId === id)).toMatchObject({
      action: 'document:publish',
      details: { number: '1.0.0', seq: 1, sha256 },
    })
  })
})
