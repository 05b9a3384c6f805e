import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CheckRequest, type Runner, startRunner } from '@lienthong/plugin-engine'
import type { Browser, Page } from 'playwright-core'
import { bundle } from '../../plugins/engine/test/rules.ts'
import { launchBrowser } from '../browser.ts'
import { openEnginePage, serveEngine } from '../engine-page.ts'
import { root } from '../product.ts'
import { until } from '../until.ts'

const yaml = `$schema: https://json-schema.org/draft/2020-12/schema
title: Công dân 𠀋
type: object
properties:
  soDinhDanh: { type: string, pattern: '^[0-9]{12}(' }
  noiO: { $ref: '#/$defs/diaChi' }
required: [soDinhDanh, hoTen]
$defs:
  nguoi: { type: objekt }
`
const ddl = `create table cong_dan (
  ho_ten text, -- Họ tên 𠀋
  "số" text, ho_ten varchar,
  primary key (ma_so)
);
create table x (;
`
const documents: readonly CheckRequest[] = [
  { documentId: 'lược đồ', revision: 1, format: 'json-schema-yaml', text: yaml },
  { documentId: 'kịch bản', revision: 1, format: 'sql', text: ddl },
]

let runner: Runner
let browser: Browser
let served: Awaited<ReturnType<typeof serveEngine>>
let page: Page

beforeAll(async () => {
  ;[runner, browser, served] = await Promise.all([startRunner(), launchBrowser(), serveEngine()])
})
beforeEach(async () => {
  page = await openEnginePage(browser, served.url)
})
afterEach(() => page.close())
afterAll(async () => {
  await Promise.all([browser.close(), runner.stop()])
  served.stop()
})

const load = (plugin: { id: string; code: string }) => page.evaluate(given => engine.load(given), plugin)
const check = (request: CheckRequest) => page.evaluate(given => engine.check(given), request)

/** As it is after any road between processes. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const attacks = {
  'an endless loop': ['for (;;) {}', /too-slow/],
  'a sort that cannot be interrupted': [
    'const big = []; big.length = 3e8; big.sort()',
    /too-slow|too-much-memory/,
  ],
  'more and more memory': [
    'const all = []; for (;;) all.push(new Array(1000).fill(1))',
    /too-much-memory|too-slow/,
  ],
} as const

const schema = (text: string): CheckRequest => ({
  documentId: text,
  revision: 1,
  format: 'json-schema-yaml',
  text,
})

describe('[V33] the engine in a browser', () => {
  it('[V33] finds, marks and mends in schemas and DDL what it does in the runner', async () => {
    const path = join(root, 'plugins/schema-core/dist/plugin.js')
    const core = { id: 'schema-core', code: await readFile(path, 'utf8') }
    expect(plain(await load(core))).toEqual(plain(await runner.load(core)))
    for (const request of documents) {
      const found = await runner.check(request)
      expect(found.units.flatMap(({ findings }) => findings).length).toBeGreaterThan(2)
      expect(plain(await check(request))).toEqual(plain(found))
      const { documentId, format, text } = request
      const outline = await page.evaluate(given => engine.outline(given), { documentId, format, text })
      expect(plain(outline)).toEqual(plain(await runner.outline({ documentId, format, text })))
    }
  })

  it.each(Object.entries(attacks))(
    '[V15, V33] ends %s and lets an honest plugin go on',
    async (_name, [code, reason]) => {
      await load({ id: 'hostile', code: bundle({ attack: { create: `{ schema() { ${code} } }` } }) })
      await load({
        id: 'honest',
        code: bundle({ honest: { create: `{ schema: node => say(node, 'thấy') }` } }),
      })
      const { units } = await check(schema('title: một\n'))
      const found = units.flatMap(({ findings }) => findings)
      expect(found.map(({ ruleId }) => ruleId).sort()).toEqual(['honest/honest', 'hostile/fault'])
      expect(found.find(({ severity }) => severity === 'fault')?.message.en).toMatch(reason)
      for (const text of ['title: hai\n', 'title: ba\n']) await check(schema(text))
      expect(await page.evaluate(() => states)).toEqual(['hostile'])
      const { units: later } = await check(schema('title: bốn\n'))
      expect(later.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId))).toContain('honest/honest')
      await page.evaluate(() => engine.stop())
      await until('the workers to end', () => page.workers().length === 0)
    },
  )

  it('[V14, V33] gives a plugin nothing of the page', async () => {
    const names = [
      'fetch',
      'XMLHttpRequest',
      'WebSocket',
      'document',
      'window',
      'self',
      'postMessage',
      'indexedDB',
      'caches',
      'navigator',
      'location',
      'importScripts',
      'setTimeout',
      'WebAssembly',
    ]
    const probe = `{ schema: node => say(node, ${JSON.stringify(names)}.filter(name => typeof globalThis[name] !== 'undefined')) }`
    await load({ id: 'probe', code: bundle({ probe: { create: probe } }) })
    const { units } = await check(schema('title: một\n'))
    expect(units.flatMap(({ findings }) => findings.map(({ message }) => message.en))).toEqual(['Found []'])
  })

  it('[V33] lets a plugin that would leave its sandbox find no network', async () => {
    await load({ id: 'honest', code: bundle({}) })
    const [worker] = page.workers()
    await expect(worker?.evaluate(() => fetch('/guest.js'))).rejects.toThrow('Failed to fetch')
    expect((await page.request.get(`${served.url}guest.js`)).ok()).toBe(true)
  })
})
