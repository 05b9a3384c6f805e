import { type DocumentSession, ServerConnection, selectionAt } from '@lienthong/protocol/client'
import type { Page } from 'playwright-core'
import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { openStage, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import { Workbench } from '../vscode/workbench.ts'

const path = 'phut-dau.schema.yaml'
const text = `# bản thảo minh hoạ
type: object
required: [ten, ten]
properties:
  ten:
    type: string
`

let stage: Stage
let workbench: Workbench
let binh: DocumentSession
let connection: ServerConnection

/** An opens VS Code for the first time: an empty window, nobody signed in. Bình has the document open already. */
beforeAll(async () => {
  // This VS Code server leads 127.0.0.1 through a proxy of its own that is not here; another loopback address goes straight.
  stage = await openStage({ host: '127.0.0.2' })
  const colleague = await stage.product.person('binh')
  const documentId = await createDocument(stage.product, colleague.token, {
    path,
    title: 'Những phút đầu',
    text,
  })
  connection = new ServerConnection({ url: stage.product.url, token: async () => colleague.token })
  binh = connection.open(documentId)
  await binh.ready
  const seat = await stage.seat('an', { settings: { 'lienthong.demoToken': '' } })
  const portal = await seat.context.newPage()
  await portal.goto(seat.person.link)
  await portal.getByRole('heading', { level: 1, name: 'Tổng quan' }).waitFor()
  await portal.close()
  workbench = await Workbench.open(seat.context, seat.vscode.emptyWindow)
})
afterAll(async () => {
  await connection?.close()
  await stage?.close()
})

const row = (page: Page, words: string | RegExp) =>
  page.locator('.monaco-list-row:visible', { hasText: words }).first()

describe('the first minutes', () => {
  it('[A8, E4] signs in through the browser and is back', async () => {
    const { page } = workbench
    await workbench.command('Liên Thông: Focus on Inventory View')
    await page.locator('.pane-body').getByRole('button', { name: 'Sign In', exact: true }).click()
    await keepScreenshot(page, 'first-minutes-welcome')
    const consent = page.context().waitForEvent('page')
    await row(page, 'With the browser').click()
    const question = page.locator('.monaco-dialog-box')
    await question.getByRole('button', { name: 'Open', exact: true }).click()
    const browser = await consent
    await browser.getByRole('button', { name: 'Cho phép', exact: true }).click()
    await row(page, 'National population database').waitFor({ timeout: 30_000 })
    await keepScreenshot(page, 'first-minutes-signed-in')
  })

  it('walks from the database to its document and opens it', async () => {
    const { page } = workbench
    await row(page, 'National population database').click()
    await row(page, path).click()
    await until('the text', async () => (await workbench.visibleText(path)) === text)
    await workbench.status('Saved').waitFor()
  })

  it('finds provisions under a directive', async () => {
    const { page } = workbench
    await workbench.command('Liên Thông: Focus on Directives View')
    await row(page, '11/2026/QĐ-TTg').click()
    await row(page, 'Mục XVIII').waitFor()
    await keepScreenshot(page, 'first-minutes-directives')
  })

  it('[B14] fixes a finding with one click, for everybody', async () => {
    const { page } = workbench
    await workbench.focusEditor(path)
    await workbench.goTo(3, 19)
    await page.locator('.squiggly-error').first().waitFor()
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget').waitFor()
    await keepScreenshot(page, 'first-minutes-quick-fix')
    await page.keyboard.press('Enter')
    await until('one name at Bình', () => binh.text.toString().includes('required: [ten]'))
  })

  it('goes to where a colleague is', async () => {
    const { page } = workbench
    const at = binh.text.toString().indexOf('type: string')
    binh.presence.announce([selectionAt(binh.text, { anchor: at, head: at })], false)
    await workbench.command('Liên Thông: Focus on People Here Now View')
    await row(page, 'Bình').waitFor()
    await keepScreenshot(page, 'first-minutes-people')
    await until('the caret at Bình’s', async () => {
      await row(page, 'Bình').click()
      return workbench.status(/^Ln 6, Col 5$/).isVisible()
    })
  })

  it('leaves no dot on the tab when others write', async () => {
    binh.text.insert(0, '# Bình\n')
    await until('Bình’s line', async () => (await workbench.visibleText(path)).startsWith('# Bình'))
    await until('no dot', async () => (await workbench.page.locator('.tab.dirty').count()) === 0)
    await keepScreenshot(workbench.page, 'first-minutes-clean')
  })

  it('signs out, and shows nothing of the person any more', async () => {
    const { page } = workbench
    await workbench.command('Liên Thông: Sign Out')
    await workbench.command('Liên Thông: Focus on Inventory View')
    await page.locator('.pane-body').getByRole('button', { name: 'Sign In', exact: true }).waitFor()
    await keepScreenshot(page, 'first-minutes-signed-out')
  })
})
