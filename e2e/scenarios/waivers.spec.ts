import type { Page } from 'playwright-core'
import { keepScreenshot } from '../browser.ts'
import { write } from '../documents.ts'
import { enterAs } from '../portal.ts'
import { openStage, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import type { Workbench } from '../vscode/workbench.ts'

const path = 'cong-dan.schema.yaml'

let stage: Stage
let an: Workbench
let binh: Page
let quan: Page

beforeAll(async () => {
  stage = await openStage()
  const { product, browser } = stage
  an = await (await stage.seat('an')).open('dan-cu', path)
  binh = (await enterAs(browser, product, 'binh')).page
  quan = (await enterAs(browser, product, 'quan', { colorScheme: 'dark' })).page
  for (const page of [binh, quan]) await page.goto(`${product.url}/databases/dan-cu/documents/${path}`)
})
afterAll(() => stage?.close())

const problems = () => an.page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').count()
const panel = (page: Page, title: string) => page.locator('section', { hasText: title }).last()
const count = async (page: Page, title: string) =>
  Number(await panel(page, title).locator('.count-badge').textContent())

it('[W1, W2] accepts a finding for a while: asked for and approved in the portal, and no problem in VS Code any more', async () => {
  await until('the problems', async () => (await problems()) > 0)
  const before = await problems()
  const found = await count(binh, 'Phát hiện của bộ quy tắc')
  await panel(binh, 'Phát hiện của bộ quy tắc')
    .getByRole('button', { name: 'Đề nghị chấp nhận' })
    .first()
    .click()
  await binh.getByLabel('Lý do').fill('Chờ từ điển dữ liệu dùng chung của Bộ')
  await keepScreenshot(binh, 'waiver-asking')
  await binh.getByRole('button', { name: 'Gửi đề nghị' }).click()
  await panel(binh, 'Chấp nhận tạm thời').getByText('Chờ duyệt').waitFor()
  expect(await problems()).toBe(before)
  await panel(quan, 'Chấp nhận tạm thời').getByRole('button', { name: 'Phê duyệt' }).click()
  await panel(quan, 'Chấp nhận tạm thời').getByText('Đang có hiệu lực').waitFor()
  await until('one problem less in VS Code', async () => (await problems()) < before)
  await until(
    'one less in the portal',
    async () => (await count(binh, 'Phát hiện của bộ quy tắc')) === found - 1,
  )
  await panel(binh, 'Phát hiện của bộ quy tắc').getByText('Vũ Minh Quân duyệt').waitFor()
  await keepScreenshot(binh, 'waiver-in-force')
  await keepScreenshot(quan, 'waiver-in-force-dark')
})

it('[W6] is told to accept nothing once the finding is gone, and no more when it is back', async () => {
  const idle = panel(binh, 'Chấp nhận tạm thời').getByText('Hiện không có phát hiện nào được chấp nhận')
  expect(await idle.count()).toBe(0)
  let before = ''
  await write(stage.product, path, text => {
    before = text.toString()
    text.delete(0, text.length)
  })
  await idle.waitFor()
  await keepScreenshot(binh, 'waiver-accepts-nothing')
  await write(stage.product, path, text => text.insert(0, before))
  await idle.waitFor({ state: 'detached' })
})

it('[W3, W4] is taken back by who asked, and the problem is there again', async () => {
  const before = await problems()
  await panel(binh, 'Chấp nhận tạm thời').getByRole('button', { name: 'Rút lại' }).click()
  await panel(binh, 'Chấp nhận tạm thời').getByText('Đã rút lại').first().waitFor()
  await until('the problem to be back', async () => (await problems()) > before)
})
