import type { Browser, BrowserContext } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { type DemoPerson, type ProductOptions, type RunningProduct, startProduct } from './product.ts'
import { packageExtension } from './vscode/package-extension.ts'
import { type RunningVscode, startVscode, typistSettings } from './vscode/server.ts'
import { Workbench } from './vscode/workbench.ts'

/** One person at a real VS Code. */
export interface Seat {
  person: DemoPerson
  vscode: RunningVscode
  context: BrowserContext
  /** Opens a window on a database's folder, with one of its documents if given. */
  open(databaseCode: string, documentPath?: string): Promise<Workbench>
}

/** The running product, a browser, and a VS Code for each person that is asked for. */
export interface Stage {
  product: RunningProduct
  browser: Browser
  people: DemoPerson[]
  seat(username: string, options?: SeatOptions): Promise<Seat>
  close(): Promise<void>
}

/** `host` is where the extension runs: beside the server as on a desktop, or in the browser's web worker. */
export interface SeatOptions {
  host?: 'node' | 'web'
  settings?: Record<string, unknown>
}

/** Sets everything up; `close` takes all of it down, whatever happened in between. */
export async function openStage(productOptions: Pick<ProductOptions, 'host'> = {}): Promise<Stage> {
  const vsix = await packageExtension()
  const browser = await launchBrowser()
  const product = await startProduct({ isDemo: true, ...productOptions }).catch(async error => {
    await browser.close()
    throw error
  })
  const people = await product.people()
  const seats: Seat[] = []
  return {
    product,
    browser,
    people,
    seat: async (username, options = {}) => {
      const seat = await takeSeat({ product, browser, people, vsix }, username, options)
      seats.push(seat)
      return seat
    },
    close: async () => {
      await browser.close()
      await Promise.all(seats.map(seat => seat.vscode.stop()))
      await product.stop()
    },
  }
}

interface Surroundings {
  product: RunningProduct
  browser: Browser
  people: DemoPerson[]
  vsix: string
}

async function takeSeat(
  around: Surroundings,
  username: string,
  { host, settings }: SeatOptions,
): Promise<Seat> {
  const person = around.people.find(p => p.username === username)
  if (!person) throw new Error(`the demo has no ${username}`)
  const vscode = await startVscode({
    vsix: around.vsix,
    settings: {
      ...typistSettings,
      'lienthong.serverUrl': around.product.url,
      'lienthong.demoToken': person.token,
      ...(host === 'web' && { 'remote.extensionKind': { 'lienthong.lienthong-vscode': ['web'] } }),
      ...settings,
    },
  })
  const context = await around.browser.newContext({ viewport: { width: 1400, height: 900 } })
  context.setDefaultTimeout(60_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  return {
    person,
    vscode,
    context,
    open: (databaseCode, documentPath) => {
      const folder = `lienthong:/${databaseCode}`
      return Workbench.open(
        context,
        vscode.windowOn(folder, documentPath ? [['openFile', `${folder}/${documentPath}`]] : []),
      )
    },
  }
}
