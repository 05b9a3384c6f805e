import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import type { BrowserEngine, startEngine } from '@lienthong/plugin-engine/browser'
import type { Browser, Page } from 'playwright-core'
import { root } from './product.ts'

/** The engine's files for browsers, as they are built. */
const folder = join(root, 'plugins/engine/dist/browser')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
}

const pagePolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"
/** A plugin's worker loads nothing: a second wall behind the sandbox. */
const threadPolicy = "default-src 'none'; script-src 'wasm-unsafe-eval'"

/** What the page keeps between questions. */
declare global {
  var engine: BrowserEngine
  var states: string[]
}

/** Serves the engine to browsers of this machine under a strict policy; answers where. */
export async function serveEngine(): Promise<{ url: string; stop(): void }> {
  const server = createServer(async ({ url = '/' }, response) => {
    const name = url === '/' ? 'index.html' : url.slice(1)
    const body =
      name === 'index.html' ? '<!doctype html>' : await readFile(join(folder, name)).catch(() => null)
    response.setHeader('Content-Security-Policy', name === 'thread.js' ? threadPolicy : pagePolicy)
    response.writeHead(body === null ? 404 : 200, { 'Content-Type': types[extname(name)] ?? 'text/plain' })
    response.end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => server.close() }
}

/** A page in which an engine runs. */
export async function openEnginePage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(url)
  await page.evaluate(async () => {
    const module: { startEngine: typeof startEngine } = await import(`${location.origin}/index.js`)
    globalThis.states = []
    globalThis.engine = await module.startEngine({ onPluginState: key => states.push(key) })
  })
  return page
}
