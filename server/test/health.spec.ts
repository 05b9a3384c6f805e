import { Problem } from '@lienthong/protocol'
import { DataSource } from 'typeorm'
import * as z from 'zod/mini'
import { HealthService } from '../src/health/health.service.ts'
import { answered } from './json.ts'
import { databases, startServer, type TestServer } from './start-server.ts'

describe.each(databases)('health and description on %s', database => {
  let server: TestServer

  beforeAll(async () => {
    server = await startServer({ database })
  })

  const health = async (path: string) => {
    const response = await fetch(`${server.url}/health/${path}`)
    return { status: response.status, body: await response.json() }
  }

  it('[O5] is ready, says what is degraded, and is ready again', async () => {
    expect(await health('live')).toEqual({ status: 200, body: { status: 'live' } })
    expect(await health('ready')).toEqual({ status: 200, body: { status: 'ready' } })
    let trouble: string | null = 'cannot store'
    server.app.get(HealthService).add({ name: 'test', trouble: () => trouble })
    expect(await health('ready')).toEqual({
      status: 503,
      body: { status: 'degraded', troubles: { test: 'cannot store' } },
    })
    trouble = null
    expect((await health('ready')).status).toBe(200)
  })

  it('[O7] describes the routes with the schemas that check them', async () => {
    const Operation = z.object({
      requestBody: z.optional(z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })),
      responses: z.record(z.string(), z.unknown()),
    })
    const Description = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation)) })
    const { paths } = await answered(await fetch(`${server.url}/api/docs-json`), Description)
    expect(paths['/api/v1/people']?.post?.requestBody?.content['application/json']?.schema).toMatchObject({
      type: 'object',
      required: ['username', 'displayName', 'password', 'organisationId'],
    })
    const bare = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations)
        .filter(([, { responses }]) => !JSON.stringify(responses).includes('schema'))
        .map(([method]) => `${method} ${path}`),
    )
    // Without a body, or with texts and bytes, which have no JSON schema.
    const others = /^delete |\/(text|snapshot|code|rules\/\{rule\})$/
    expect(bare.filter(route => !others.test(route))).toEqual([])
    expect((await fetch(`${server.url}/api/docs`)).headers.get('content-type')).toMatch('text/html')
  })

  it('[O8] answers what the framework refuses as problem+json, and bugs with a reference only', async () => {
    const { token } = await server.person({ roles: [['viewer', 'VN']] })
    const problemOf = async (response: Response) => {
      expect(response.headers.get('content-type')).toMatch('application/problem+json')
      return z.parse(Problem, await response.json())
    }
    expect(await problemOf(await server.fetch('/no-such-thing', { token }))).toMatchObject({ status: 404 })
    const broken = await fetch(`${server.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"username": ',
    })
    expect(await problemOf(broken)).toMatchObject({ status: 400, code: 'MESSAGE_INVALID' })
    const large = await server.fetch('/sessions', { body: { username: 'x'.repeat(6_000_000), password: '' } })
    expect(await problemOf(large)).toMatchObject({ code: 'MESSAGE_INVALID' })

    const dataSource = server.app.get(DataSource)
    await dataSource.query('ALTER TABLE organisations RENAME TO hidden_organisations')
    const bug = await problemOf(await server.fetch('/organisations', { token }))
    await dataSource.query('ALTER TABLE hidden_organisations RENAME TO organisations')
    expect(bug).toMatchObject({ status: 500, code: 'INTERNAL' })
    expect(Object.keys(bug.params)).toEqual(['reference'])
    expect(JSON.stringify(bug)).not.toContain('organisations')
    expect((await server.fetch('/organisations', { token })).status).toBe(200)
  })

  it('[O11] lets an editor in a browser call from its own origin', async () => {
    const preflight = await fetch(`${server.url}/api/v1/organisations/VN`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://vscode.example',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'authorization,content-type,if-match',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('if-match')
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
    const { token } = await server.person({ roles: [['viewer', 'VN']] })
    const read = await server.fetch('/organisations/VN', {
      token,
      headers: { origin: 'https://vscode.example' },
    })
    expect(read.headers.get('access-control-expose-headers')).toContain('ETag')
  })
})
