import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { servePortal } from './serve-portal.ts'

@Module({})
class Nothing {}

describe('the portal', () => {
  let app: NestExpressApplication
  let url: string
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lienthong-portal-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<title>Liên Thông</title>')
    await writeFile(join(folder, 'assets', 'main-abc.js'), 'start()')
    app = await NestFactory.create<NestExpressApplication>(Nothing, { logger: false })
    servePortal(app, folder)
    await app.listen(0, '127.0.0.1')
    const { port } = app.getHttpServer().address() as AddressInfo
    url = `http://127.0.0.1:${port}`
  })

  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true })
  })

  const get = async (path: string, accept = 'text/html') => {
    const response = await fetch(url + path, { headers: { accept } })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }

  it('[O10] answers every page with the portal, and nothing of the server’s own', async () => {
    for (const path of ['/', '/databases/dan-cu', '/directives?q=57', '/apis']) {
      const { status, text, headers } = await get(path)
      expect([status, text]).toEqual([200, '<title>Liên Thông</title>'])
      expect(headers.get('content-security-policy')).toContain("default-src 'self'")
      expect(headers.get('cache-control')).toBe('no-cache')
    }
    for (const path of ['/api/v1/nothing', '/health', '/socket.io/'])
      expect((await get(path)).status).toBe(404)
    expect((await get('/databases/dan-cu', 'application/json')).status).toBe(404)
  })

  it('[O10] lets browsers keep what is named by its content', async () => {
    const { text, headers } = await get('/assets/main-abc.js')
    expect(text).toBe('start()')
    expect(headers.get('cache-control')).toContain('immutable')
    expect((await get('/../package.json')).text).not.toContain('workspaces')
  })
})
