import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { jest } from '@jest/globals'
import type { OrganisationId, Role } from '@lienthong/protocol'
import type { INestApplication } from '@nestjs/common'
import { Config } from '../src/config/config.ts'
import { startServer as start } from '../src/start.ts'
import { addOrganisation, addPerson, type TestPerson } from './people.ts'
import { createPostgres } from './postgres.ts'

// Jest's 5 s are for units; here a loaded machine hashes passwords, migrates and starts servers.
jest.setTimeout(120_000)

export type { TestPerson } from './people.ts'

const testUrl = process.env.LIENTHONG_TEST_DATABASE_URL

/** `describe.each(databases)`: the embedded database always, PostgreSQL whenever its address is given. */
export const databases = testUrl ? (['sqlite', 'postgres'] as const) : (['sqlite'] as const)
export type DatabaseKind = 'sqlite' | 'postgres'

interface Options {
  database?: DatabaseKind
  /** Further settings, by their environment variables. Seeds are off unless asked for. */
  settings?: Record<string, string>
}

const cleanups: (() => Promise<void>)[] = []

afterAll(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A real server on a free port over a fresh database. It is stopped and wiped after the file's tests. */
export const startServer = async ({
  database = 'sqlite',
  settings = {},
}: Options = {}): Promise<TestServer> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lienthong-test-'))
  cleanups.push(() => rm(dataDir, { recursive: true, force: true }))
  const environment: Record<string, string> = {
    LIENTHONG_PORT: '0',
    LIENTHONG_DATA_DIR: dataDir,
    LIENTHONG_LOG_LEVEL: 'silent',
    LIENTHONG_SEED: 'false',
    ...settings,
  }
  if (database === 'postgres') {
    const postgres = await createPostgres(testUrl ?? '')
    cleanups.push(postgres.drop)
    environment.LIENTHONG_DATABASE_URL = postgres.url
  }
  const server = new TestServer(Config.from(environment))
  cleanups.push(() => server.stop())
  await server.start()
  return server
}

export class TestServer {
  url = ''
  private running: INestApplication | null = null

  constructor(readonly config: Config) {}

  get app(): INestApplication {
    if (!this.running) throw new Error('the server is stopped')
    return this.running
  }

  async start(): Promise<void> {
    const { app, url } = await start(this.config)
    this.running = app
    this.url = url
  }

  async stop(): Promise<void> {
    const app = this.running
    this.running = null
    await app?.close()
  }

  /** Stops gracefully and starts again over the same data; `url` changes. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** A person with a personal access token. Roles name organisations by code; missing ones are created below the root. */
  person(options: { name?: string; roles?: [Role, string][] } = {}): Promise<TestPerson> {
    return addPerson(this.app, options)
  }

  /** The id of an organisation by code, created below `parentCode` if it is missing. */
  organisation(code: string, parentCode = 'VN'): Promise<OrganisationId> {
    return addOrganisation(this.app, code, parentCode)
  }

  /** A REST call as somebody. `path` begins after /api/v1. */
  fetch(path: string, { token, body, headers, method }: CallOptions = {}): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }
}

interface CallOptions {
  token?: string
  method?: string
  body?: unknown
  headers?: Record<string, string>
}
