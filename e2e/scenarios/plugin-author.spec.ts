import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PluginVersion } from '@lienthong/protocol'
import type { Locator } from 'playwright-core'
import * as z from 'zod/mini'
import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { root } from '../product.ts'
import { openStage, type Stage } from '../stage.ts'
import { until } from '../until.ts'
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
let rule: string
let source: string
let an: Workbench
let binh: Workbench

beforeAll(async () => {
  stage = await openStage()
  // Inside the checkout, whose `lienthong` is found from there.
  await mkdir(join(root, '.cache'), { recursive: true })
  parent = await mkdtemp(join(root, '.cache/plugin-author-'))
  rule = join(parent, 'my-rules/src/described-fields.ts')
  const { token } = await stage.product.person('binh')
  await createDocument(stage.product, token, { path, text })
  binh = await (await stage.seat('binh')).open('dan-cu', path)
  await binh.status(/Saved/).waitFor()
  an = await (await stage.seat('an', { settings })).open('dan-cu', path)
  await an.status(/Saved/).waitFor()
}, 240_000)
afterAll(async () => {
  await stage?.close()
  await rm(parent, { recursive: true, force: true })
})

const notice = (words: string): Locator =>
  an.page.locator('.notification-list-item:visible', { hasText: words }).first()

const problem = (window: Workbench, words: string): Locator =>
  window.page.locator('.markers-panel .monaco-list-row', { hasText: words }).first()

const printed = (words: string): Locator =>
  an.page.locator('.terminal-wrapper:visible .xterm-rows', { hasText: words }).first()

const showProblems = (window: Workbench) => window.command('Problems: Focus on Problems View')

const write = (change: (text: string) => string) => writeFile(rule, change(source))

/** What a newcomer changes first: other words, graver, and a fix. */
const graver = (text: string): string =>
  text
    .replace("defaultSeverity: 'warning'", "defaultSeverity: 'error',\n    fixable: true")
    .replace('The field "{name}" has no description', 'Describe "{name}"')
    .replace(
      'data: { name }',
      "data: { name }, fixes: [{ kind: 'rename', to: 'hoVaTen', title: { vi: 'Đổi tên', en: 'Rename it' } }]",
    )

describe('writing a plugin in VS Code', () => {
  it('[E32] makes a plugin from the palette, and opens its folder', async () => {
    await an.command('Liên Thông: New Plugin…')
    await an.answer('New plugin: its name', 'my-rules')
    await choosePath(an, 'New plugin: in which folder?', parent)
    const question = an.page.locator('.monaco-dialog-box', { hasText: 'that is installed in' })
    await question.getByRole('button', { name: 'Run It' }).click()
    await notice('my-rules is made').waitFor()
    await keepScreenshot(an.page, 'plugin-author-new')
    source = await readFile(rule, 'utf8')
    await notice('my-rules is made').getByRole('button', { name: 'Open', exact: true }).click()
    await an.page.waitForURL(/folder=[^&]*my-rules/)
    await an.whenLoaded()
  })

  it('[E33] shows what the plugin finds to its author alone, and anew when the rule changes', async () => {
    await an.page.locator('.part.statusbar .codicon-plug').waitFor()
    await an.command('Liên Thông: Open Document…')
    await an.pick('Open Document', 'thu-plugin')
    await an.editor(path).waitFor()
    await an.status(/Saved/).waitFor()
    await an.command('Liên Thông: Try a Plugin on This Document')
    await an.status('Trying my-rules: 1 found – stop').waitFor()
    await showProblems(an)
    await problem(an, 'The field "hoTen" has no description').waitFor()
    await keepScreenshot(an.page, 'plugin-author-tried')
    await showProblems(binh)
    await binh.page.locator('.markers-panel .monaco-list-row').first().waitFor()
    expect(await problem(binh, 'my-rules').count()).toBe(0)
    await keepScreenshot(binh.page, 'plugin-author-other')
    await write(graver)
    await problem(an, 'Describe "hoTen"').waitFor()
    expect(await problem(an, 'has no description').count()).toBe(0)
    await keepScreenshot(an.page, 'plugin-author-changed')
  })

  it('[E33] follows what others write, and fixes by an ordinary edit', async () => {
    await binh.focusEditor(path)
    await binh.goTo(4)
    await binh.page.keyboard.type('  soNha: { type: string }\n')
    await problem(an, 'Describe "soNha"').waitFor()
    await an.focusEditor(path)
    await an.goTo(3, 4)
    await an.page.keyboard.press('Control+.')
    const fix = an.page.locator('.action-widget .monaco-list-row', { hasText: 'Rename it' }).first()
    await fix.waitFor()
    await keepScreenshot(an.page, 'plugin-author-fix')
    await an.page.keyboard.press('Enter')
    await until('the fix at Bình’s', async () => (await binh.visibleText(path)).includes('hoVaTen:'))
    await problem(an, 'Describe "hoVaTen"').waitFor()
  })

  it('[E33] says in words what does not build or fails, and nothing of before', async () => {
    await write(text => `${text}\nconst = 1\n`)
    await an.status('Trying my-rules: it does not run – stop').waitFor()
    await showProblems(an)
    await problem(an, 'The code of the plugin does not run: src/described-fields.ts').waitFor()
    expect(await problem(an, 'Describe "').count()).toBe(0)
    await keepScreenshot(an.page, 'plugin-author-broken')
    await write(text =>
      text.replace('field(node) {', "field(node) {\n      if (node) throw new Error('hỏng')"),
    )
    await an.status('Trying my-rules: it fails – stop').waitFor()
    await problem(an, 'Plugin my-rules failed').waitFor()
    await keepScreenshot(an.page, 'plugin-author-failing')
    await write(text => text)
    await problem(an, 'The field "soNha" has no description').waitFor()
  })

  it('[E33] takes everything away when it is stopped', async () => {
    await an.status('Trying my-rules').click()
    await problem(an, 'has no description').waitFor({ state: 'detached' })
    await an.status('Trying my-rules').waitFor({ state: 'detached' })
    await keepScreenshot(an.page, 'plugin-author-stopped')
  })

  it('[E33] tries a file as it is saved', async () => {
    const file = 'mau.schema.yaml'
    await writeFile(join(parent, 'my-rules', file), text)
    await an.command('File: Focus on Files Explorer')
    await an.openFile(file)
    await an.command('Liên Thông: Try a Plugin on This Document')
    await an.status('Trying my-rules: 1 found – stop').waitFor()
    await an.focusEditor(file)
    await an.goTo(4)
    await an.page.keyboard.type('  soNha: { type: string }\n')
    await an.status('Trying my-rules: save the file to see – stop').waitFor()
    await an.page.keyboard.press('Control+s')
    await an.status('Trying my-rules: 2 found – stop').waitFor()
    await keepScreenshot(an.page, 'plugin-author-file')
    await an.command('Liên Thông: Stop Trying the Plugin')
    await an.status('Trying my-rules').waitFor({ state: 'detached' })
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
