import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { root } from './product.ts'

const candidates = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
]

/** A headless Chromium of this machine. Nothing is downloaded: install one, or name it in CHROME_PATH. */
export function launchBrowser(): Promise<Browser> {
  const executablePath = candidates.find(path => path !== undefined && existsSync(path))
  if (!executablePath) throw new Error('No Chromium found: install the package chromium, or set CHROME_PATH.')
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
}

/** Keeps what a person would see at this moment, for looking at. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const path = join(root, 'e2e/screenshots', `${name}.png`)
  await mkdir(dirname(path), { recursive: true })
  await page.screenshot({ path })
}
