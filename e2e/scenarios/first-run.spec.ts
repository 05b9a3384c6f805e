import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DocumentId, SignedIn } from '@lienthong/protocol'
import { ServerConnection } from '@lienthong/protocol/client'
import type { Browser, Page } from 'playwright-core'
import { keepScreenshot, launchBrowser } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { visit } from '../portal.ts'
import { type RunningProduct, startProduct } from '../product.ts'
import { until } from '../until.ts'

const account = { displayName: 'Đặng Thuỳ Trâm', username: 'tram', password: 'câu dài khó đoán 2026' }
const typed = 'Yêu cầu 1: hồ sơ phải có mã.\n'

let dataDir: string
let browser: Browser
let product: RunningProduct

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lienthong-first-run-'))
  browser = await launchBrowser()
  product = await startProduct({ dataDir })
})
afterAll(async () => {
  await browser.close()
  await product.stop()
  await rm(dataDir, { recursive: true, force: true })
})

describe('the first run on an empty data folder', () => {
  let documentId: DocumentId

  it('[A7] prints one link, which makes the first administrator and signs in', async () => {
    const { page, complaints } = await visit(browser)
    await page.goto(await printedLink())
    await page.getByRole('heading', { name: 'Tạo tài khoản quản trị đầu tiên' }).waitFor()
    await keepScreenshot(page, 'first-run-link')
    await fillIn(page, { ...account, username: 'Trâm' })
    await page.getByText('Từ 2 đến 64 ký tự: chữ thường không dấu').waitFor()
    await fillIn(page, account)
    await page.getByRole('button', { name: `Tài khoản của ${account.displayName}` }).waitFor()
    await keepScreenshot(page, 'first-run-signed-in')
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('[A7] refuses the link a second time and says why', async () => {
    const { page } = await visit(browser)
    await page.goto(await printedLink())
    const refusal = page.getByRole('alert')
    await refusal.waitFor()
    expect(await refusal.textContent()).toBe('Liên kết đăng nhập này đã được dùng hoặc đã hết hạn.')
    await page.getByRole('link', { name: 'Đến trang đăng nhập' }).waitFor()
    await keepScreenshot(page, 'first-run-link-used')
    await page.context().close()
  })

  it('[O4] leaves on SIGTERM within three seconds', async () => {
    const { accessToken } = await signIn()
    documentId = await createDocument(product, accessToken, { path: 'first-run.md', format: 'markdown' })
    const connection = new ServerConnection({ url: product.url, token: async () => accessToken })
    const session = connection.open(documentId)
    await session.ready
    session.text.insert(0, typed)
    await session.whenStored()
    const asked = performance.now()
    await product.process.stop()
    expect(performance.now() - asked).toBeLessThan(3000)
    expect(await product.process.ended()).toBe('SIGTERM')
    connection.close()
  })

  it('[A7, O4] starts again with everything, and prints no link', async () => {
    product = await startProduct({ dataDir })
    await until('the welcome', () => product.process.output().includes('Ctrl+C'))
    expect(product.process.output()).not.toContain('first-administrator')
    const { accessToken } = await signIn()
    const text = await fetch(`${product.url}/api/v1/documents/${documentId}/text`, {
      headers: { authorization: `Bearer ${accessToken}` },
    })
    expect(await text.text()).toBe(typed)
  })

  it('[A3] signs in by password in the browser, and not with a wrong one', async () => {
    const { page } = await visit(browser)
    await page.goto(product.url)
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor()
    await keepScreenshot(page, 'sign-in')
    await fillIn(page, { username: account.username, password: 'không phải' })
    await page.getByText('Tên đăng nhập hoặc mật khẩu không đúng.').waitFor()
    await fillIn(page, { username: account.username, password: account.password })
    await page.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor()
    await page.context().close()
  })
})

/** The one address that the server printed for the first administrator. */
async function printedLink(): Promise<string> {
  const links = await until('the link', () =>
    product.process.output().match(/http\S+first-administrator\S+/g),
  )
  expect(links).toHaveLength(1)
  return links[0] ?? ''
}

const labels = {
  displayName: 'Họ và tên',
  username: 'Tên đăng nhập',
  password: 'Mật khẩu',
}

/** Fills in what the form asks for and sends it; a second password field gets the same. */
async function fillIn(page: Page, values: Partial<typeof account>): Promise<void> {
  for (const [key, label] of Object.entries(labels)) {
    const value = values[key as keyof typeof labels]
    if (value !== undefined) await page.getByLabel(label, { exact: true }).fill(value)
  }
  const again = page.getByLabel('Nhập lại mật khẩu')
  if (values.password !== undefined && (await again.count()) > 0) await again.fill(values.password)
  await page.locator('button[type=submit]').click()
}

async function signIn(): Promise<SignedIn> {
  const response = await fetch(`${product.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: account.username, password: account.password }),
  })
  expect(response.status).toBe(201)
  return SignedIn.parse(await response.json())
}
