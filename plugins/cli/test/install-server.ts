import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type ErrorCode,
  errorTable,
  type InstalledPlugin,
  InstallPlugin,
  type PluginManifest,
} from '@lienthong/protocol'

/** A server on a free port that takes plugins as the protocol says, and knows one token. */
export interface InstallServer {
  readonly url: string
  readonly token: string
  readonly installed: ReadonlyMap<string, InstalledPlugin>
  close(): Promise<void>
}

const person = {
  id: '01890000-0000-7000-8000-000000000001',
  username: 'quan',
  displayName: 'Quản trị',
  organisationId: null,
  isActive: true,
  grants: [],
}

export async function startInstallServer(): Promise<InstallServer> {
  const token = 'ltp_test'
  const installed = new Map<string, InstalledPlugin>()
  const server = createServer(async (request, response) => {
    const refuse = (code: ErrorCode, params: Record<string, string> = {}) => {
      response.writeHead(errorTable[code].status, { 'content-type': 'application/problem+json' })
      response.end(
        JSON.stringify({ type: 'about:blank', title: code, status: errorTable[code].status, code, params }),
      )
    }
    const answer = (body: unknown) => response.end(JSON.stringify(body))
    if (request.headers.authorization !== `Bearer ${token}`) return refuse('TOKEN_INVALID')
    if (request.url === '/api/v1/me') return answer({ person, actions: [] })
    if (request.method === 'GET') return answer([...installed.values()])
    const id = idIn(request)
    const before = installed.get(id)
    if (request.method === 'PUT') {
      const { manifest } = InstallPlugin.parse(JSON.parse(await bodyOf(request)))
      if (isTaken(manifest, before?.manifest))
        return refuse('PLUGIN_VERSION_TAKEN', { plugin: id, version: manifest.version })
      installed.set(id, running(manifest))
      return answer(installed.get(id))
    }
    if (!before) return refuse('PLUGIN_NOT_FOUND', { plugin: id })
    if (request.method === 'POST') return answer(running(before.manifest))
    installed.delete(id)
    response.writeHead(204).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => new Promise<void>(resolve => void server.close(() => resolve()))
  return { url: `http://127.0.0.1:${port}`, token, installed, close }
}

/** `/api/v1/plugins/:id…`. */
const idIn = ({ url }: IncomingMessage): string => url?.split('/')[4] ?? ''

const isTaken = ({ version, sha256 }: PluginManifest, before: PluginManifest | undefined) =>
  before?.version === version && before.sha256 !== sha256

const running = (manifest: PluginManifest): InstalledPlugin => ({
  manifest,
  installedAt: '',
  isFirstParty: false,
  state: 'running',
  reason: null,
  rules: [],
})

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) body += chunk
  return body
}
