import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import { ProtocolError } from '@lienthong/protocol'
import * as z from 'zod/mini'
import { refreshTokenKey, Session } from './session.ts'

const personId = '01a20bc7-467f-74f3-93a9-c62af6f19031'
const me = {
  person: {
    id: personId,
    username: 'an',
    displayName: 'An',
    organisationId: null,
    isActive: true,
    grants: [],
  },
  actions: ['inventory:read'],
}

const refusal = (code: string): [status: number, value: unknown] => [
  401,
  { type: 'about:blank', title: code, status: 401, code, params: {} },
]

/** A server that gives out tokens that live `lifeMs`, and knows which refresh token is the current one. */
const startServer = async (lifeMs: number) => {
  const seen = {
    refreshes: 0,
    reuses: 0,
    current: 'refresh-0',
    accepts: (_token: string) => true,
    isRefusing: false,
  }
  const signedIn = () => {
    seen.current = `refresh-${seen.refreshes}`
    const expiresAt = new Date(Date.now() + lifeMs).toISOString()
    return {
      accessToken: `access-${seen.refreshes}`,
      accessTokenExpiresAt: expiresAt,
      refreshToken: seen.current,
      refreshTokenExpiresAt: expiresAt,
      me,
    }
  }
  const answerTo = (
    path: string | undefined,
    token: string,
    body: string,
  ): [status: number, value?: unknown] => {
    switch (path) {
      case '/api/v1/sessions':
        return [201, signedIn()]
      case '/api/v1/sessions/current':
        return [204]
      case '/api/v1/sessions/refresh':
        if (JSON.parse(body).refreshToken !== seen.current) seen.reuses++
        if (seen.isRefusing) return refusal('TOKEN_INVALID')
        seen.refreshes++
        return [201, signedIn()]
      case '/api/v1/me':
        return seen.accepts(token) ? [200, me] : refusal('TOKEN_INVALID')
      default:
        return token !== '' && seen.accepts(token) ? [200, { token }] : refusal('TOKEN_EXPIRED')
    }
  }
  const http = createServer(async (request, response) => {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    const [status, value] = answerTo(request.url, token, await textOf(request))
    response.writeHead(status).end(JSON.stringify(value))
  })
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  servers.push(http)
  return { seen, url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` }
}

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0))
    await new Promise(resolve => server.close(resolve).closeAllConnections())
})

const memory = (entries: Record<string, string> = {}) => {
  const map = new Map(Object.entries(entries))
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}

/** What the browser's locks do: one task at a time, also across sessions. */
const queue = () => {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(task: () => Promise<T>): Promise<T> => {
    const next = last.then(task, task)
    last = next.catch(() => undefined)
    return next
  }
}

const sessionAt = (url: string, storage = memory(), exclusively = queue(), tabStorage = memory()) =>
  new Session({ url, storage, tabStorage, exclusively, fetch: (address, init) => fetch(address, init) })

const Token = z.object({ token: z.string() })
const hour = 3_600_000

it('[P6] shares the refresh token between tabs, and nothing else', async () => {
  const { url } = await startServer(hour)
  const storage = memory()
  const session = sessionAt(url, storage)
  await session.signIn({ username: 'an', password: 'secret' })
  expect(session.state()).toMatchObject({ kind: 'signed-in', me: { person: { displayName: 'An' } } })
  expect([...storage.map]).toEqual([[refreshTokenKey, 'refresh-0']])
})

it('[P6] spends no refresh token on a reload', async () => {
  const { url, seen } = await startServer(hour)
  const storage = memory({ [refreshTokenKey]: 'refresh-0' })
  const tab = memory()
  await sessionAt(url, storage, queue(), tab).restore()
  const reloaded = sessionAt(url, storage, queue(), tab)
  await reloaded.restore()
  expect(reloaded.state()).toMatchObject({ kind: 'signed-in', me: { person: { username: 'an' } } })
  expect(seen.refreshes).toBe(1)
})

it('[P6] renews after a reload when the access token is refused meanwhile', async () => {
  const { url, seen } = await startServer(hour)
  const storage = memory({ [refreshTokenKey]: 'refresh-0' })
  const tab = memory()
  await sessionAt(url, storage, queue(), tab).restore()
  seen.accepts = token => token !== 'access-1'
  const reloaded = sessionAt(url, storage, queue(), tab)
  await reloaded.restore()
  expect(reloaded.state()).toMatchObject({ kind: 'signed-in' })
  expect(seen).toMatchObject({ refreshes: 2, reuses: 0 })
})

it('[P6] renews once for many requests at once', async () => {
  const { url, seen } = await startServer(hour)
  const session = sessionAt(url, memory({ [refreshTokenKey]: 'refresh-0' }))
  const answers = await Promise.all(Array.from({ length: 8 }, () => session.rest.get('/anything', Token)))
  expect(answers.map(({ token }) => token)).toEqual(Array(8).fill('access-1'))
  expect(seen).toMatchObject({ refreshes: 1, reuses: 0 })
})

it('[P6] renews an access token that the server refuses, whatever the clock here says', async () => {
  const { url, seen } = await startServer(hour)
  const session = sessionAt(url, memory({ [refreshTokenKey]: 'refresh-0' }))
  await session.restore()
  seen.accepts = token => token !== 'access-1'
  expect(await session.rest.get('/anything', Token)).toEqual({ token: 'access-2' })
})

it('[P6] never uses a refresh token twice, in however many tabs', async () => {
  const { url, seen } = await startServer(hour)
  const storage = memory({ [refreshTokenKey]: 'refresh-0' })
  const locks = queue()
  await Promise.all(Array.from({ length: 5 }, () => sessionAt(url, storage, locks).restore()))
  expect(seen).toMatchObject({ refreshes: 5, reuses: 0 })
})

it('[P7] ends with the reason when the refresh token is refused', async () => {
  const { url, seen } = await startServer(hour)
  seen.isRefusing = true
  const storage = memory({ [refreshTokenKey]: 'refresh-0' })
  const session = sessionAt(url, storage)
  await session.restore()
  expect(session.state()).toEqual({ kind: 'signed-out', reason: 'TOKEN_INVALID' })
  expect(storage.map.size).toBe(0)
})

it('[P7] ends at the next request once it is revoked', async () => {
  const { url, seen } = await startServer(hour)
  const session = sessionAt(url, memory({ [refreshTokenKey]: 'refresh-0' }))
  await session.restore()
  seen.isRefusing = true
  seen.accepts = () => false
  await expect(session.rest.get('/anything', Token)).rejects.toThrow(ProtocolError)
  expect(session.state()).toEqual({ kind: 'signed-out', reason: 'TOKEN_INVALID' })
})

it('[P7] ends nothing when the server does not answer', async () => {
  const storage = memory({ [refreshTokenKey]: 'refresh-0' })
  const session = sessionAt('http://127.0.0.1:1', storage)
  await expect(session.restore()).rejects.toThrow(ProtocolError)
  expect(session.state()).toEqual({ kind: 'restoring' })
  expect(storage.map.get(refreshTokenKey)).toBe('refresh-0')
})

it('[P7] is signed out, without a reason, where nobody ever signed in', async () => {
  const { url } = await startServer(hour)
  const session = sessionAt(url)
  await session.restore()
  expect(session.state()).toEqual({ kind: 'signed-out', reason: null })
})

it('[P7] signs out here even when the server cannot be told', async () => {
  const { url } = await startServer(hour)
  const storage = memory()
  const session = sessionAt(url, storage)
  await session.signIn({ username: 'an', password: 'secret' })
  for (const server of servers.splice(0))
    await new Promise(resolve => server.close(resolve).closeAllConnections())
  await session.signOut()
  expect(session.state()).toEqual({ kind: 'signed-out', reason: null })
  expect(storage.map.size).toBe(0)
})
