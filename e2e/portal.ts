import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { RunningProduct } from './product.ts'

/** Somebody's browser on the portal. */
export interface PortalVisit {
  page: Page
  /** What the pages reported to the console as errors, and what they threw. */
  complaints: string[]
}

/** A fresh browser profile, as of somebody who has never been here. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<PortalVisit> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    colorScheme: 'light',
    locale: 'vi-VN',
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  return { page, complaints }
}

/** Follows a demo person's one-time link until the overview stands. Each person can do so once per start of the server. */
export async function enterAs(
  browser: Browser,
  product: RunningProduct,
  username: string,
  options: BrowserContextOptions = {},
): Promise<PortalVisit> {
  const { link } = await product.person(username)
  const visitor = await visit(browser, options)
  await visitor.page.goto(link)
  await visitor.page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor()
  return visitor
}
