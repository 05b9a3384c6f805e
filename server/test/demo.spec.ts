import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LedgerEntry, Person, pageOf, SignedIn } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { SignInLinksService } from '../src/access/sign-in-links.service.ts'
import { Config } from '../src/config/config.ts'
import { answered, refusal } from './json.ts'
import { databases, startServer, TestServer } from './start-server.ts'

const password = 'một mật khẩu đủ dài'

const Demo = z.object({
  people: z.array(z.object({ username: z.string(), role: z.string(), token: z.string(), link: z.string() })),
})
const demoPeopleOf = async ({ config }: TestServer) =>
  z.parse(Demo, JSON.parse(await readFile(join(config.dataDir, 'demo.json'), 'utf8'))).people

describe.each(databases)('the demo on %s', database => {
  it('[A11] prepares demo people afresh at each start, and only when asked', async () => {
    const plain = await startServer({ database })
    await expect(stat(join(plain.config.dataDir, 'demo.json'))).rejects.toThrow('ENOENT')
    const server = await startServer({ database, settings: { LIENTHONG_DEMO: 'true' } })
    const file = join(server.config.dataDir, 'demo.json')
    const read = () => demoPeopleOf(server)
    const before = await read()
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(before.map(({ role }) => role)).toEqual([
      'editor',
      'editor',
      'reviewer',
      'steward',
      'administrator',
    ])
    await server.restart()
    const after = await read()
    for (const [index, person] of after.entries()) {
      expect((await server.fetch('/me', { token: person.token })).status).toBe(200)
      expect((await server.fetch('/me', { token: before[index]?.token ?? '' })).status).toBe(401)
      const secret = person.link.split('/').at(-1)
      const { me } = await answered(await server.fetch(`/sign-in-links/${secret}`, { body: {} }), SignedIn)
      expect(me.person.username).toBe(person.username)
      expect(await refusal(await server.fetch(`/sign-in-links/${secret}`, { body: {} }))).toBe(
        '410 LINK_USED',
      )
    }
  })

  /** The same data under another server that is, or is not, a demo. */
  const again = async ({ config }: TestServer, isDemo: boolean) => {
    const { dataDir, databaseUrl } = config
    const settings: Record<string, string> = {
      ...{ LIENTHONG_DATA_DIR: dataDir, LIENTHONG_PORT: '0', LIENTHONG_LOG_LEVEL: 'silent' },
      ...{ LIENTHONG_SEED: 'false', LIENTHONG_DEMO: String(isDemo) },
      ...(databaseUrl !== null && { LIENTHONG_DATABASE_URL: databaseUrl }),
    }
    const server = new TestServer(Config.from(settings))
    await server.start()
    return server
  }

  it('[A11] takes everything from the demo people when the server starts without them', async () => {
    const demo = await startServer({ database, settings: { LIENTHONG_DEMO: 'true' } })
    const people = await demoPeopleOf(demo)
    const [an, , , , quan] = people
    const use = (server: TestServer, link = '') =>
      server.fetch(`/sign-in-links/${link.split('/').at(-1)}`, { body: {} })
    const { accessToken } = await answered(await use(demo, quan?.link), SignedIn)
    await demo.stop()

    const plain = await again(demo, false)
    try {
      for (const token of [accessToken, ...people.map(person => person.token)])
        expect(await refusal(await plain.fetch('/me', { token }))).toBe('401 TOKEN_INVALID')
      expect(await refusal(await use(plain, an?.link))).toBe('410 LINK_USED')
      await expect(demoPeopleOf(plain)).rejects.toThrow('ENOENT')
      expect(await plain.app.get(SignInLinksService).forFirstAdministrator()).not.toBeNull()
      const { token } = await plain.person({ roles: [['administrator', 'VN']] })
      const ledger = await plain.fetch('/ledger', { token })
      const { items } = await answered(ledger, pageOf(LedgerEntry))
      expect(items.slice(0, 5).map(({ action }) => action)).toEqual(people.map(() => 'person:deactivate'))
    } finally {
      await plain.stop()
    }

    const anew = await again(demo, true)
    try {
      for (const { token } of await demoPeopleOf(anew))
        expect((await anew.fetch('/me', { token })).status).toBe(200)
      expect((await anew.fetch('/me', { token: accessToken })).status).toBe(401)
    } finally {
      await anew.stop()
    }
  })

  it('[A11] leaves a person alone who has the user name of a demo person', async () => {
    const server = await startServer({ database })
    const { token } = await server.person({ roles: [['administrator', 'VN']] })
    const body = { username: 'an', displayName: 'Người Thật', password, organisationId: null }
    await answered(await server.fetch('/people', { token, body }), Person)
    await server.stop()
    await expect(again(server, true)).rejects.toMatchObject({ code: 'DEMO_NAME_TAKEN' })
    await server.start()
    const session = await server.fetch('/sessions', { body: { username: 'an', password } })
    expect((await answered(session, SignedIn)).me.person).toMatchObject({ isActive: true, grants: [] })
  })
})
