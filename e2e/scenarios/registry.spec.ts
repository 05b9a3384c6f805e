import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { keepScreenshot, launchBrowser } from '../browser.ts'
import { enterAs } from '../portal.ts'
import { type RunningProduct, root, startProduct } from '../product.ts'

let product: RunningProduct
let browser: Browser
let folder: string
let an: Page
let quan: Page
const complaints: string[][] = []

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct({ isDemo: true }), launchBrowser()])
  folder = await mkdtemp(join(tmpdir(), 'lienthong-plugin-'))
  const visits = [await enterAs(browser, product, 'an'), await enterAs(browser, product, 'quan')] as const
  ;[an, quan] = [visits[0].page, visits[1].page]
  complaints.push(...visits.map(visit => visit.complaints))
}, 120_000)
afterAll(async () => {
  await browser.close()
  await product.stop()
  await rm(folder, { recursive: true, force: true })
})

const lienthong = async (...words: string[]): Promise<string> => {
  const { token } = await product.person('an')
  const env = { PATH: process.env.PATH, LIENTHONG_SERVER: product.url, LIENTHONG_TOKEN: token, LANG: 'vi' }
  const program = join(root, 'plugins/cli/bin/lienthong.js')
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words], { cwd: folder, env })
  return stdout
}

const panel = (page: Page, title: string) => page.locator('section.panel', { hasText: title }).last()
const inDialog = (page: Page) => page.getByRole('dialog')
const ofMyRules = () =>
  an.locator('section', { hasText: 'Phát hiện của bộ quy tắc' }).last().getByText('my-rules/')

it('[RG1, RG2] is published from a terminal, waits, is looked at and approved by somebody else', async () => {
  await lienthong('plugin', 'new', 'my-rules')
  expect(await lienthong('plugin', 'publish', 'my-rules')).toContain(`${product.url}/plugins/my-rules`)
  await an.goto(`${product.url}/plugins/my-rules`)
  await panel(an, 'Các phiên bản').getByText('Chờ phê duyệt').waitFor()
  expect(await an.getByRole('button', { name: 'Phê duyệt' }).count()).toBe(0)
  await keepScreenshot(an, 'registry-author')
  await quan.goto(`${product.url}/plugins`)
  const waiting = panel(quan, 'Chờ phê duyệt').getByRole('link', { name: 'my-rules 0.1.0' })
  await quan.getByText('schema-core').first().waitFor()
  await keepScreenshot(quan, 'registry-waiting')
  await waiting.click()
  await quan.getByRole('button', { name: 'Xem mã nguồn' }).click()
  await inDialog(quan).getByText('described-fields').first().waitFor()
  await keepScreenshot(quan, 'registry-code')
  await quan.keyboard.press('Escape')
  await quan.getByRole('button', { name: 'Phê duyệt' }).click()
  await inDialog(quan).getByLabel('Lời kèm theo').fill('Đã đọc mã và chạy thử')
  await inDialog(quan).getByRole('button', { name: 'Phê duyệt' }).click()
  await panel(quan, 'Các phiên bản').getByText('Đã đọc mã và chạy thử').waitFor()
})

it('[RG10, RG11] is rehearsed before it is installed', async () => {
  const rehearsal = panel(quan, 'Chạy thử trên tài liệu')
  await rehearsal.getByLabel('Cả các bản đã công bố').check()
  await rehearsal.getByRole('button', { name: 'Chạy thử' }).click()
  await rehearsal.getByRole('link', { name: 'dan-cu/cong-dan.schema.yaml' }).first().waitFor()
  await rehearsal.getByText(/Đã xem (\d+)\/\1 tài liệu/).waitFor()
  await keepScreenshot(quan, 'registry-rehearsal')
})

it('[RG12] says in the portal what a rehearsal did not look at', async () => {
  const address = '**/api/v1/plugins/*/rehearsals'
  await quan.route(address, async route => {
    const page = await (await route.fetch()).json()
    const [first, ...items] = page.items
    await route.fulfill({ json: { ...page, items: [{ ...first, unlooked: 'time' }, ...items], next: null } })
  })
  const rehearsal = panel(quan, 'Chạy thử trên tài liệu')
  await rehearsal.getByRole('button', { name: 'Chạy thử' }).click()
  await rehearsal.getByText(/Chưa xem 1 văn bản, và [1-9]\d* tài liệu chưa xem đến hết/).waitFor()
  await rehearsal.getByText('Chưa xem: riêng văn bản này đã quá thời gian của một lượt.').waitFor()
  await keepScreenshot(quan, 'registry-rehearsal-unlooked')
  await quan.unroute(address)
})

it('[RG4, RG5, RG13] is installed for a ministry in the portal, and its open documents show what it finds', async () => {
  await an.goto(`${product.url}/databases/dan-cu/documents/cong-dan.schema.yaml`)
  await an.getByText('schema-core/required-exists').first().waitFor()
  await panel(quan, 'Các phiên bản').getByRole('button', { name: 'Áp dụng' }).click()
  await inDialog(quan).getByLabel('Cho tổ chức').fill('BCA')
  await quan.keyboard.press('Enter')
  await keepScreenshot(quan, 'registry-installing')
  await inDialog(quan).getByRole('button', { name: 'Áp dụng' }).click()
  await panel(quan, 'Nơi áp dụng').getByText('Bộ Công an').waitFor()
  await ofMyRules().first().waitFor()
  await quan.reload()
  const health = panel(quan, 'Tình trạng và chi phí')
  await health.getByText('trong 1 tài liệu đang mở').waitFor()
  await keepScreenshot(quan, 'registry-installed')
  await health.scrollIntoViewIfNeeded()
  await keepScreenshot(quan, 'registry-health')
  await keepScreenshot(an, 'registry-findings')
})

it('[RG6] is advised against, for everybody to see', async () => {
  await quan.getByRole('button', { name: 'Khuyến cáo không dùng' }).click()
  await inDialog(quan).getByLabel('Lý do').fill('Các quy tắc này đã có trong bộ đặt tên')
  await inDialog(quan).getByLabel('Nên dùng thay thế').fill('naming')
  await inDialog(quan).getByRole('button', { name: 'Khuyến cáo không dùng' }).click()
  await quan.getByText('Không nên dùng nữa, hãy dùng naming').first().waitFor()
  await ofMyRules().first().waitFor()
  const { page: english, complaints: said } = await enterAs(browser, product, 'chi', {
    viewport: { width: 360, height: 740 },
    colorScheme: 'dark',
  })
  complaints.push(said)
  await english.evaluate(() => localStorage.setItem('lienthong.language', 'en'))
  await english.goto(`${product.url}/plugins/my-rules`)
  await english.getByText('naming').first().waitFor()
  expect(await english.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await keepScreenshot(english, 'registry-360-dark')
})

it('[RG5] is taken out of use, and its findings go', async () => {
  await panel(quan, 'Nơi áp dụng').getByRole('button', { name: 'Ngừng dùng' }).click()
  await keepScreenshot(quan, 'registry-removing')
  await inDialog(quan).getByRole('button', { name: 'Ngừng dùng' }).click()
  await panel(quan, 'Nơi áp dụng').getByText('Chưa áp dụng cho tổ chức nào').waitFor()
  await ofMyRules().first().waitFor({ state: 'detached' })
  expect(complaints.flat()).toEqual([])
})
