import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignedIn } from '@lienthong/protocol'
import Sqlite from 'better-sqlite3'
import { DataSource } from 'typeorm'
import { Config } from '../src/config/config.ts'
import { holdingMigrationLock } from '../src/database/migration-lock.ts'
import { startServer as start } from '../src/start.ts'
import { answered } from './json.ts'
import { createPostgres, query } from './postgres.ts'
import { ServerProcess } from './server-process.ts'
import { databases } from './start-server.ts'

const password = 'một mật khẩu đủ dài'
const sha = async (file: string) =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
/** Each of up to four processes compiles the sources first. */
const processMs = 180_000

/** Waits ten seconds, in which the other tests run. */
const unanswered = async () => {
  const silent = createServer()
  await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as AddressInfo
  const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-silent-'))
  const config = Config.from({
    LIENTHONG_DATA_DIR: dataDir,
    LIENTHONG_DATABASE_URL: `postgres://somebody:secret@127.0.0.1:${port}/lienthong`,
    LIENTHONG_LOG_LEVEL: 'silent',
  })
  const began = performance.now()
  const refusal: unknown = await start(config).catch((error: unknown) => error)
  silent.close()
  await rm(dataDir, { recursive: true })
  return { refusal, seconds: (performance.now() - began) / 1000 }
}
let silence: ReturnType<typeof unanswered>
beforeAll(() => {
  silence = unanswered()
})
afterAll(() => silence.then(() => {}))

describe('a start that cannot succeed', () => {
  let dataDir: string
  let file: string

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'lienthong-operation-'))
    file = join(dataDir, 'lienthong.db')
  })
  afterEach(() => rm(dataDir, { recursive: true, force: true }))

  const configOf = (settings: Record<string, string>) =>
    Config.from({
      LIENTHONG_DATA_DIR: dataDir,
      LIENTHONG_PORT: '0',
      LIENTHONG_LOG_LEVEL: 'silent',
      LIENTHONG_SEED: 'false',
      ...settings,
    })
  const refused = (settings: Record<string, string> = {}) => expect(start(configOf(settings))).rejects

  it('[O1] guesses what an unknown setting should have been', () => {
    const [en, vi] = ['Did you mean LIENTHONG_DATABASE_URL?', 'Có phải ý bạn là LIENTHONG_DATABASE_URL?']
    expect(() => configOf({ LIENTHONG_DATABSE_URL: 'x' })).toThrow(
      expect.objectContaining({
        code: 'SETTING_UNKNOWN',
        text: { en: expect.stringContaining(en), vi: expect.stringContaining(vi) },
      }),
    )
    expect(() => configOf({ LIENTHONG_SOMETHING_ELSE: 'x' })).not.toThrow(/Did you mean/)
  })

  it('[O1] lets the variables of the command line stand beside its own', async () => {
    const sources = new URL('../../plugins/cli/src/', import.meta.url)
    const files = (await readdir(sources, { recursive: true })).filter(name => name.endsWith('.ts'))
    const texts = await Promise.all(files.map(name => readFile(new URL(name, sources), 'utf8')))
    const names = new Set(texts.join('\n').match(/LIENTHONG_[A-Z_]+/g))
    expect([...names]).toEqual(expect.arrayContaining(['LIENTHONG_SERVER', 'LIENTHONG_TOKEN']))
    for (const name of names) expect(() => configOf({ [name]: 'x' })).not.toThrow()
  })

  it.each([
    ['LIENTHONG_PORT', 'eighty'],
    ['LIENTHONG_PORT', '70000'],
    ['LIENTHONG_DATABASE_URL', 'mysql://localhost/x'],
    ['LIENTHONG_DEMO', 'yes'],
    ['LIENTHONG_LOG_LEVEL', 'loud'],
  ])('[O1] names the value that does not fit: %s=%s', (name, value) => {
    expect(() => configOf({ [name]: value })).toThrow(
      expect.objectContaining({ code: 'SETTING_INVALID', message: expect.stringContaining(name) }),
    )
  })

  it.each([
    ['garbage', (path: string) => writeFile(path, 'not a database at all'.repeat(500))],
    ['nothing', (path: string) => writeFile(path, '')],
    [
      "another application's tables",
      (path: string) => {
        const database = new Sqlite(path)
        database.exec('CREATE TABLE people (id TEXT); INSERT INTO people VALUES (1)')
        database.close()
      },
    ],
  ])('[O2] leaves a database file that holds %s as it was', async (_, write) => {
    await write(file)
    const before = await sha(file)
    await refused().toMatchObject({ code: 'DATABASE_FOREIGN' })
    expect(await sha(file)).toBe(before)
    expect(await readdir(dataDir)).toEqual(['lienthong.db'])
  })

  it('[O2] leaves a database alone that a newer version has migrated', async () => {
    const { app } = await start(configOf({}))
    await app.close()
    const database = new Sqlite(file)
    database.exec("INSERT INTO lienthong_migrations (timestamp, name) VALUES (9, 'Newer9990000000000')")
    database.close()
    await refused().toMatchObject({ code: 'DATABASE_NEWER' })
  })

  it('[O3] says that PostgreSQL does not answer, and not with which password', async () => {
    const url = 'postgres://somebody:secret@127.0.0.1:1/lienthong'
    await refused({ LIENTHONG_DATABASE_URL: url }).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      message: expect.not.stringContaining('secret'),
    })
  })

  it('[O3] says that the data folder cannot be written', async () => {
    await writeFile(join(dataDir, 'a-file'), '')
    const folder = join(dataDir, 'a-file', 'data')
    await refused({ LIENTHONG_DATA_DIR: folder }).toMatchObject({ code: 'DATA_DIR_UNWRITABLE' })
  })

  it(
    '[O1, O3] tells the operator in two sentences and ends with code 2',
    async () => {
      const other = createServer()
      await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
      const address = other.address()
      const port = typeof address === 'object' && address ? String(address.port) : ''
      const settings: Record<string, string>[] = [{ LIENTHONG_PORT: port }, { LIENTHONG_PROT: port }]
      const processes = settings.map(
        setting => new ServerProcess({ LIENTHONG_DATA_DIR: dataDir, ...setting }),
      )
      const exits = await Promise.all(processes.map(server => server.exited())).finally(() => other.close())
      expect(exits).toEqual(settings.map(() => ({ code: 2, signal: null })))
      const told = processes.map(({ stderr }) => stderr.trim().split('\n'))
      expect(told.map(([code]) => code)).toEqual(['PORT_IN_USE', 'SETTING_UNKNOWN'])
      expect(told.map(lines => lines.length)).toEqual([3, 3])
    },
    processMs,
  )
})

for (const name of databases.filter(database => database === 'postgres'))
  it(`[O2] leaves another application's tables on ${name} to itself`, async () => {
    const postgres = await createPostgres(process.env.LIENTHONG_TEST_DATABASE_URL ?? '')
    await query(postgres.url, 'CREATE TABLE people (id TEXT)')
    const config = Config.from({
      LIENTHONG_DATA_DIR: await mkdtemp(join(tmpdir(), 'lienthong-foreign-')),
      LIENTHONG_DATABASE_URL: postgres.url,
      LIENTHONG_LOG_LEVEL: 'silent',
    })
    await expect(start(config)).rejects.toMatchObject({ code: 'DATABASE_FOREIGN' })
    const tables = await query(postgres.url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    expect(tables).toEqual([{ tablename: 'people' }])
    await postgres.drop()
    await rm(config.dataDir, { recursive: true })
  })

describe('[O13] two servers over one data folder', () => {
  it(
    'are one too many; one that was killed leaves it free',
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-shared-'))
      const settings = { LIENTHONG_DATA_DIR: dataDir }
      const first = new ServerProcess(settings)
      const url = await first.listening()
      const second = new ServerProcess(settings)
      expect(await second.exited()).toEqual({ code: 2, signal: null })
      expect(second.stderr.trim().split('\n')[0]).toBe('DATA_FOLDER_IN_USE')
      expect((await fetch(`${url}/health/ready`)).status).toBe(200)
      first.signal('SIGKILL')
      await first.exited()
      const third = new ServerProcess(settings)
      await third.listening()
      third.signal('SIGKILL')
      await third.exited()
      await rm(dataDir, { recursive: true, force: true })
    },
    processMs,
  )
})

for (const name of databases.filter(database => database === 'postgres'))
  it(`[O14] says on ${name} that another server is still migrating`, async () => {
    const postgres = await createPostgres(process.env.LIENTHONG_TEST_DATABASE_URL ?? '')
    const [one, other] = await Promise.all(
      [1, 2].map(() => new DataSource({ type: 'postgres', url: postgres.url }).initialize()),
    )
    if (!one || !other) throw new Error('no connections')
    try {
      await holdingMigrationLock(one, async () => {
        const waiting = holdingMigrationLock(other, async () => 'migrated', 50)
        await expect(waiting).rejects.toMatchObject({ code: 'DATABASE_BUSY' })
      })
      expect(await holdingMigrationLock(other, async () => 'migrated', 50)).toBe('migrated')
    } finally {
      await Promise.all([one.destroy(), other.destroy()])
      await postgres.drop()
    }
  })

describe('a life of the server', () => {
  it(
    '[O4, O6, A7] signs the first administrator in, logs no secret, stops on SIGTERM and starts again with everything',
    async () => {
      const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-life-'))
      const first = new ServerProcess({ LIENTHONG_DATA_DIR: dataDir, LIENTHONG_LOG_LEVEL: 'debug' })
      const url = await first.listening()
      const [, secret] = /first-administrator\/(\S+)/.exec(first.stdout) ?? []
      const post = (at: string, body: object) =>
        fetch(at, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      const account = { username: 'quan-tri', displayName: 'Người Quản Trị', password }
      const signedIn = await answered(await post(`${url}/api/v1/sign-in-links/${secret}`, account), SignedIn)
      await fetch(`${url}/api/v1/me?token=${signedIn.accessToken}`, {
        headers: { authorization: `Bearer ${signedIn.accessToken}` },
      })
      first.signal('SIGTERM')
      expect(await first.exited()).toEqual({ code: null, signal: 'SIGTERM' })
      const lines = first.stderr.trim().split('\n')
      expect(lines.map(line => typeof JSON.parse(line).time)).toEqual(lines.map(() => 'string'))
      expect(first.stderr).toContain('/api/v1/sign-in-links/[secret]')
      for (const told of [secret, signedIn.accessToken, signedIn.refreshToken, password, 'Người', 'quan-tri'])
        expect(first.stderr).not.toContain(told)
      expect((await readdir(dataDir)).filter(name => name.endsWith('-wal'))).toEqual([])

      const second = new ServerProcess({ LIENTHONG_DATA_DIR: dataDir })
      const again = await second.listening()
      expect(second.stdout).not.toContain('first-administrator')
      const session = await post(`${again}/api/v1/sessions`, { username: 'quan-tri', password })
      expect((await answered(session, SignedIn)).me.actions).toContain('person:manage')
      second.signal('SIGINT')
      expect(await second.exited()).toEqual({ code: null, signal: 'SIGINT' })
      await rm(dataDir, { recursive: true, force: true })
    },
    processMs,
  )
})

it('[O3] waits only seconds for a PostgreSQL that takes the connection and says nothing', async () => {
  const { refusal, seconds } = await silence
  expect(refusal).toMatchObject({ code: 'DATABASE_UNREACHABLE' })
  expect(seconds).toBeLessThan(30)
})
