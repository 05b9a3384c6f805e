import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PluginVersion } from '@lienthong/protocol'
import type { Locator } from 'playwright-core'
import * as z from 'zod/mini'
import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { root } from '../product.ts'
import { openStage, type Stage } from '../stage.ts'
import { choosePath } from '../vscode/file-dialog.ts'
import type { Workbench } from '../vscode/workbench.ts'

const path = 'thu-plugin.schema.yaml'
const text = `type: object
properties:
  hoTen: { type: string }
`

/** What is drawn by a graphics card cannot be read. */
const settings = { 'terminal.integrated.gpuAcceleration': 'off' }

let stage: Stage
let parent: string
let an: Workbench

beforeAll(async () => {
  stage = await openStage()
  // Inside the checkout, whose `lienthong` is found from there.
  await mkdir(join(root, '.cache'), { recursive: true })
  parent = await mkdtemp(join(root, '.cache/plugin-author-'))
  const { token } = await stage.product.person('an')
  await createDocument(stage.product, token, { path, text })
  an = await (await stage.seat('an', { settings })).open('dan-cu', path)
  await an.status(/Saved/).waitFor()
}, 240_000)
afterAll(async () => {
  await stage?.close()
  await rm(parent, { recursive: true, force: true })
})

const notice = (words: string): Locator =>
  an.page.locator('.notification-list-item:visible', { hasText: words }).first()

const printed = (words: string): Locator =>
  an.page.locator('.terminal-wrapper:visible .xterm-rows', { hasText: words }).first()

describe('writing a plugin in VS Code', () => {
  it('[E32] makes a plugin from the palette, and opens its folder', async () => {
    await an.command('Liên Thông: New Plugin…')
    await an.answer('New plugin: its name', 'my-rules')
    await choosePath(an, 'New plugin: in which folder?', parent)
    await notice('my-rules is made').waitFor()
    await keepScreenshot(an.page, 'plugin-author-new')
    await notice('my-rules is made').getByRole('button', { name: 'Open', exact: true }).click()
    await an.page.waitForURL(/folder=[^&]*my-rules/)
    await an.whenLoaded()
    await an.page.locator('.part.statusbar .codicon-plug').waitFor()
  })

  it('[E32] tests, packs and publishes it as whom is signed in', async () => {
    await an.command('Liên Thông: Test Plugin')
    await printed('3 passed, 0 failed').waitFor()
    await keepScreenshot(an.page, 'plugin-author-tested')
    await an.command('Liên Thông: Pack Plugin')
    await printed('Packed my-rules 0.1.0').waitFor()
    await an.command('Liên Thông: Publish Plugin…')
    const question = an.page.locator('.monaco-dialog-box', { hasText: 'Send my-rules to' })
    await question.waitFor()
    await keepScreenshot(an.page, 'plugin-author-publishing')
    await question.getByRole('button', { name: 'Publish', exact: true }).click()
    await printed('Somebody else has to approve it').waitFor()
    await keepScreenshot(an.page, 'plugin-author-published')
    const { token, displayName } = await stage.product.person('an')
    const answer = await fetch(`${stage.product.url}/api/v1/plugins/my-rules/versions`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const [version] = z.parse(z.array(PluginVersion), await answer.json())
    expect(version).toMatchObject({ state: 'proposed', uploadedBy: { displayName } })
  })

  it('[E32] offers none of it in a browser, which runs no process', async () => {
    const web = await (await stage.seat('chi', { host: 'web' })).open('dan-cu', path)
    await web.status(/Saved|Reading/).waitFor()
    await web.page.keyboard.press('F1')
    await web.page.locator('.quick-input-widget .quick-input-filter input').fill('>Liên Thông: New')
    const offered = web.page.locator('.quick-input-list .monaco-list-row')
    await offered.filter({ hasText: 'New Document in' }).waitFor()
    expect(await offered.filter({ hasText: 'New Plugin' }).count()).toBe(0)
    await keepScreenshot(web.page, 'plugin-author-web')
  })
})
