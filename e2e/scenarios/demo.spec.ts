import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { keepScreenshot, launchBrowser } from '../browser.ts'
import { type RunningProcess, startProcess } from '../process.ts'
import { root } from '../product.ts'
import { until } from '../until.ts'
import { Workbench } from '../vscode/workbench.ts'

const path = 'cong-dan.schema.yaml'

let folder: string
let demo: RunningProcess
let browser: Browser
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lienthong-demo-'))
  demo = startProcess('the demo', process.execPath, [join(root, 'e2e/dist/demo/main.js'), folder])
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await demo.stop(60_000)
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

/** The addresses that the demo prints, in its order: an editor for each person, then a way into the portal for each. */
const addresses = (): string[] => demo.output().match(/http:\/\/\S+(?:folder=|sign-in-links)\S+/g) ?? []

const windowAt = async (address: string): Promise<Workbench> =>
  Workbench.open(await browser.newContext({ viewport: { width: 1400, height: 900 } }), address)

describe('npm run demo', () => {
  it('[A11] gives each demo person an editor and a way into the portal', async () => {
    await until('the addresses', () => demo.mustRun() && demo.output().includes('Ctrl+C'), {
      withinMs: 120_000,
    })
    expect(addresses()).toHaveLength(10)
  })

  it('[A11] has two of them in the same schema, signed in', async () => {
    const [an, binh] = await Promise.all(addresses().slice(0, 2).map(windowAt))
    if (!an || !binh) throw new Error('two windows were asked for')
    await Promise.all([an, binh].map(window => window.status(/Saved/).waitFor({ timeout: 60_000 })))
    await an.focusEditor(path)
    await an.page.keyboard.press('Control+Home')
    await an.page.keyboard.type('# An ')
    await until('An’s words at Bình', async () => (await binh.visibleText(path)).startsWith('# An '))
    await keepScreenshot(binh.page, 'demo-binh')
  })

  it('[A11] signs a person in at the portal by the link', async () => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(addresses()[5] ?? '')
    // The name alone also stands on the way in, for a moment, and narrow windows show none at the account.
    await page.getByRole('button', { name: /Nguyễn Văn An/ }).waitFor()
  })

  it('[O4] ends with everything that it started', async () => {
    const servers = addresses().map(address => new URL(address).origin)
    await demo.stop(60_000)
    for (const origin of new Set(servers)) await expect(fetch(origin)).rejects.toThrow()
  })
})
