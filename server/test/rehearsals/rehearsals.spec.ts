import { type PluginPackage, RehearsalPage, type RehearsedText } from '@lienthong/protocol'
import { EntityManager } from 'typeorm'
import { AccessService } from '../../src/access/access.service.ts'
import { DocumentRow } from '../../src/documents/document.entity.ts'
import { RehearsalRunner } from '../../src/rehearsals/rehearsal-runner.service.ts'
import { RehearsalsService } from '../../src/rehearsals/rehearsals.service.ts'
import { VersionRow } from '../../src/versions/version.entity.ts'
import { createDocument } from '../collaboration/documents.ts'
import { Editor } from '../collaboration/editor.ts'
import { answered, refusal } from '../json.ts'
import { openRegistry, type Registry, saying, schema } from '../registry/stage.ts'
import { databases, type TestPerson } from '../start-server.ts'
import { aSecondMs, until } from '../until.ts'
import { shown } from '../validation/findings.ts'
import { install, pluginOf } from '../validation/plugins.ts'

/** Finds the properties whose names match. */
const finding = (names: string, version = '1.0.0', severity = 'warning'): PluginPackage =>
  pluginOf(
    'tried',
    `{ 'schema.property'(node) {
      if (/${names}/.test(node.key)) ctx.report({ node, at: 'key', messageId: 'found', data: { what: node.key } })
    } }`,
    { version, severity },
  )

const properties = (...names: string[]) =>
  `properties:\n${names.map(name => `  ${name}: { type: string }\n`).join('')}`

describe.each(databases)('rehearsing plugins on %s', database => {
  let registry: Registry

  beforeAll(async () => {
    registry = await openRegistry(database)
  }, 60_000)

  const ask = (body: object, { token }: TestPerson = registry.author, id = 'tried') =>
    registry.server.fetch(`/plugins/${id}/rehearsals`, { token, body })

  /** Asks until there is nothing more. */
  const rehearse = async (body: object, person = registry.author): Promise<RehearsedText[]> => {
    const texts: RehearsedText[] = []
    let cursor: string | undefined
    let looked = 0
    for (;;) {
      const page = await answered(await ask({ ...body, ...(cursor && { cursor }) }, person), RehearsalPage)
      texts.push(...page.items)
      looked += page.looked
      if (page.next === null) {
        expect(looked).toBe(page.total)
        return texts
      }
      cursor = page.next
    }
  }

  const document = async (text: string) =>
    createDocument(registry.server, registry.author, { format: 'json-schema-yaml', text })

  it('[RG10] tells what a version that is only handed in would find, and shows nothing in documents', async () => {
    const { id } = await document(properties('alpha', 'beta'))
    const editor = await registry.open(properties('alpha'))
    const texts = await rehearse({ package: finding('alpha', '1.0.0', 'error') })
    expect(texts.find(({ documentId }) => documentId === id)).toMatchObject({
      databaseCode: 'dan-cu',
      number: null,
      replaces: null,
      new: 1,
      newErrors: 1,
      gone: 0,
      unchanged: 0,
      faults: [],
      examples: [{ change: 'new', ruleId: 'tried/rule', line: 2, message: { vi: 'Thấy alpha' } }],
    })
    editor.text.insert(editor.text.length, '# hết\n')
    await editor.whenStored()
    expect(shown(editor, 'tried')).toEqual([])
    expect(await registry.inUse('tried')).toEqual([])
  })

  it('[RG10] compares with the version that runs there, as the rules are chosen there', async () => {
    const { server, admin, send, decide } = registry
    const { id } = await document(properties('alpha', 'beta', 'gamma'))
    await install(server, admin, finding('alpha|beta'))
    await send(finding('beta|gamma', '2.0.0'), admin)
    const of = (texts: RehearsedText[]) => texts.find(({ documentId }) => documentId === id)
    expect(of(await rehearse({ version: '2.0.0' }))).toMatchObject({
      replaces: '1.0.0',
      new: 1,
      gone: 1,
      unchanged: 1,
      examples: [
        { change: 'new', line: 4 },
        { change: 'gone', line: 2 },
      ],
    })
    const choose = { token: admin.token, method: 'PUT', headers: { 'if-match': '"0"' } }
    const rules = { 'tried/rule': 'off' }
    expect((await server.fetch('/databases/dan-cu/rules', { ...choose, body: { rules } })).status).toBe(200)
    expect(of(await rehearse({ version: '2.0.0' }))).toMatchObject({ new: 0, gone: 0, unchanged: 0 })
    await server.fetch('/databases/dan-cu/rules', { ...choose, body: {}, headers: { 'if-match': '"1"' } })
    await decide('tried', '2.0.0', 'refused')
  })

  it('[RG11] looks only where the person may read, and at the organisation that was asked for', async () => {
    const { openInHoTich, author, reviewer } = registry
    await document(schema)
    await openInHoTich(schema)
    const ask = { package: saying('tried', 'x') }
    const codes = async (body: object, person: TestPerson) =>
      new Set((await rehearse(body, person)).map(({ databaseCode }) => databaseCode))
    expect(await codes(ask, author)).toEqual(new Set(['dan-cu']))
    expect(await codes(ask, reviewer)).toEqual(new Set(['dan-cu', 'ho-tich']))
    expect(await codes({ ...ask, organisation: 'BTP' }, reviewer)).toEqual(new Set(['ho-tich']))
  })

  it('[RG11] looks at published versions, each against the one before', async () => {
    const { server, author, openInHoTich, reviewer } = registry
    await openInHoTich(schema)
    const steward = await server.person({ roles: [['steward', 'VN']] })
    const { id } = await document(properties('alpha'))
    const publish = (number: string) =>
      server.fetch(`/documents/${id}/versions`, { token: steward.token, body: { number } })
    expect((await publish('1.0.0')).status).toBe(201)
    const editor = await (await Editor.connect(server, author)).join(id)
    editor.text.insert(editor.text.length, '  beta: { type: string }\n')
    await editor.whenStored()
    expect((await publish('2.0.0')).status).toBe(201)
    const compares = pluginOf(
      'tried',
      `{ document({ root, published }) {
        const earlier = published?.earlier?.versions.map(({ revision }) => revision).join() ?? 'unknown'
        const what = published ? published.revision + ' after ' + (earlier || 'nothing') : 'none'
        ctx.report({ node: root, messageId: 'found', data: { what } })
      } }`,
      { inputs: ['publishedVersion'], scope: 'document' },
    )
    const texts = await rehearse({ package: compares, withPublished: true }, reviewer)
    const told = texts
      .filter(({ documentId }) => documentId === id)
      .map(({ number, examples }) => [number, examples.find(({ change }) => change === 'new')?.message.en])
    expect(told).toEqual([
      [null, 'Found 2.0.0 after 1.0.0'],
      ['2.0.0', 'Found 1.0.0 after nothing'],
      ['1.0.0', 'Found none'],
    ])
  })

  it('[RG11] looks at all published versions, however many there are, and at none twice when others are published meanwhile', async () => {
    const { id } = await document(properties('alpha'))
    const manager = registry.server.app.get(EntityManager)
    const publish = (n: number) =>
      manager.insert(VersionRow, {
        documentId: id,
        number: `${n}.0.0`,
        seq: 1,
        sha256: `${n}`,
        text: properties('alpha'),
        note: '',
        author: registry.author.personId,
        publishedAt: new Date().toISOString(),
      })
    const before = 27
    for (let n = 1; n <= before; n++) await publish(n)
    const told: (string | null)[] = []
    const body = { package: saying('tried', 'x'), withPublished: true }
    for (let cursor: string | undefined; ; ) {
      const page = await answered(await ask({ ...body, cursor }), RehearsalPage)
      const ours = page.items.filter(({ documentId }) => documentId === id)
      if (told.length === 0 && ours.length > 0) await publish(before + 1)
      told.push(...ours.map(({ number }) => number))
      expect(page.items.length).toBeLessThanOrEqual(5)
      if (page.next === null) break
      cursor = page.next
    }
    const all = Array.from({ length: before }, (_, at) => `${before - at}.0.0`)
    expect(told.filter(number => number !== `${before + 1}.0.0`)).toEqual([null, ...all])
    await manager.delete(VersionRow, { documentId: id })
  })

  it('[RG12] tells what could not be read, or not in time, as not looked at, not as failed', async () => {
    const { server, author } = registry
    const { id } = await document(properties('alpha'))
    const manager = server.app.get(EntityManager)
    await manager.update(DocumentRow, { id }, { headSeq: 99 })
    const texts = await rehearse({ package: saying('tried', 'x') })
    await manager.update(DocumentRow, { id }, { headSeq: 1 })
    expect(texts.filter(({ unlooked }) => unlooked !== null)).toMatchObject([
      { documentId: id, unlooked: 'unavailable', new: 0, faults: [], examples: [] },
    ])
    const rehearsals = server.app.get(RehearsalsService, { strict: false })
    const actor = await server.app.get(AccessService, { strict: false }).authenticate(author.token)
    const page = await rehearsals.rehearse(
      actor,
      'tried',
      { package: saying('tried', 'x') },
      AbortSignal.abort(),
    )
    expect(page.items).toMatchObject([{ unlooked: 'time', faults: [] }])
    const goesOn = { package: saying('tried', 'x'), cursor: page.next ?? '' }
    const after = await answered(await ask(goesOn), RehearsalPage)
    expect(after.items[0]?.documentId).not.toBe(page.items[0]?.documentId)
    expect([page.looked, after.looked]).toEqual([1, 5])
  })

  it('[RG12] says where a version fails, goes on, and leaves what is in use alone', async () => {
    const { server, admin, open, inUse } = registry
    await install(server, admin, finding('alpha', '3.0.0'))
    const editor = await open(properties('alpha'))
    await until('its finding', () => shown(editor, 'tried').length === 1)
    for (let i = 0; i < 4; i++) await document(properties(`xoay${i}`))
    const endless = pluginOf('tried', `{ 'schema.property'(node) { while (/xoay/.test(node.key)) {} } }`)
    const texts = await rehearse({ package: endless })
    const failed = texts.filter(({ faults }) => faults.length > 0)
    expect(failed).toHaveLength(4)
    expect(failed[0]).toMatchObject({ new: 0, gone: 0, faults: [expect.stringContaining('too-slow')] })
    expect(texts.length).toBeGreaterThan(4)
    expect(await inUse('tried')).toMatchObject([{ state: 'running' }])
    editor.text.insert(editor.text.length, '  alpha2: { type: string }\n')
    await until('the next finding', () => shown(editor, 'tried').length === 2)
  }, 60_000)

  it('[RG12] answers some documents at a time, and refuses what cannot be rehearsed', async () => {
    const { server, author } = registry
    const page = await answered(await ask({ package: finding('alpha') }), RehearsalPage)
    expect(page.looked).toBeLessThan(page.total)
    const viewer = await server.person({ roles: [['viewer', 'VN']] })
    const good = { package: finding('alpha') }
    expect(await refusal(await ask(good, viewer))).toBe('403 RIGHT_MISSING')
    expect(await refusal(await ask({ ...good, version: '1.0.0' }))).toBe('400 MESSAGE_INVALID')
    expect(await refusal(await ask({}))).toBe('400 MESSAGE_INVALID')
    expect(await refusal(await ask({ version: '9.9.9' }))).toBe('404 PLUGIN_NOT_FOUND')
    expect(await refusal(await ask({ ...good, organisation: 'NONE' }))).toBe('404 RECORD_NOT_FOUND')
    expect(await refusal(await ask({ ...good, cursor: 'x' }))).toBe('400 MESSAGE_INVALID')
    expect(await refusal(await ask(good, author, 'other'))).toBe('422 PLUGIN_INVALID')
    expect(await refusal(await ask({ package: pluginOf('tried', '{ schema( }') }))).toBe('422 PLUGIN_INVALID')
  }, 60_000)

  it('[RG12] takes one request of a person at a time, and a few people’s', async () => {
    const good = { package: finding('alpha') }
    const statuses = async (people: readonly TestPerson[]) =>
      (await Promise.all(people.map(person => ask(good, person)))).map(({ status }) => status).sort()
    const { author, server } = registry
    expect(await statuses([author, author, author])).toEqual([200, 429, 429])
    const people: TestPerson[] = []
    for (let i = 0; i < 8; i++) people.push(await server.person({ roles: [['editor', 'BCA']] }))
    expect(await statuses(people)).toEqual([...Array(6).fill(200), 429, 429])
  }, 60_000)

  it('[RG12] stops when the client leaves', async () => {
    const { server, author, reviewer } = registry
    for (let i = 0; i < 5; i++) await document(properties(`mãi${i}`))
    const endless = pluginOf('tried', `{ 'schema.property'(node) { for (;;); } }`)
    const leaving = new AbortController()
    const request = {
      method: 'POST',
      headers: { authorization: `Bearer ${author.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ package: endless }),
      signal: leaving.signal,
    }
    /** What it ended with; the questions below may come before it. */
    const left = async (): Promise<string> => {
      try {
        const { status } = await fetch(`${server.url}/api/v1/plugins/tried/rehearsals`, request)
        return status === 429 ? left() : `${status}`
      } catch (error) {
        return String(error)
      }
    }
    const ended = left()
    await until('it runs', async () => (await ask({ package: saying('tried', 'x') }, author)).status === 429)
    leaving.abort()
    expect(await ended).toContain('AbortError')
    await until('the next', async () => (await ask({ package: saying('tried', 'x') }, author)).ok, aSecondMs)
    expect((await ask({ package: saying('tried', 'x') }, reviewer)).status).toBe(200)
  })

  it('[RG12] ends what is under way when its time is over, and says so', async () => {
    const runner = registry.server.app.get(RehearsalRunner, { strict: false })
    const text = { format: 'json-schema-yaml', text: schema, published: null, gathering: null } as const
    const endless = pluginOf('tried', `{ 'schema.property'(node) { for (;;); } }`)
    const startedAt = performance.now()
    const said = await runner.check(endless, text, AbortSignal.timeout(100))
    expect(said).toEqual({ findings: [], faults: [expect.stringContaining('too-slow')] })
    expect(performance.now() - startedAt).toBeLessThan(5_000)
    const next = await runner.check(saying('tried', 'x'), text, AbortSignal.timeout(60_000))
    expect(next).toMatchObject({ findings: [{ ruleId: 'tried/rule' }], faults: [] })
  })
})
