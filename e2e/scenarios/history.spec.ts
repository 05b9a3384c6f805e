import type { DocumentId } from '@lienthong/protocol'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import type { Locator } from 'playwright-core'
import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { openStage, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import type { Workbench } from '../vscode/workbench.ts'

const path = 'lich-su.schema.yaml'
const text = 'type: object\nproperties:\n  ten:\n    type: string\n'
const words = '  tuoi: {}\n'
const draft = '# nháp của An '
const name = 'bản gửi thẩm định'

let stage: Stage
let documentId: DocumentId
let binh: DocumentSession
let connection: ServerConnection
let an: Workbench
let chi: Workbench

/** An edits in VS Code, Bình elsewhere; Chi is a reviewer, who may not edit, with the extension in the web host. */
beforeAll(async () => {
  stage = await openStage()
  const [editor, colleague] = await Promise.all(['an', 'binh'].map(who => stage.product.person(who)))
  if (!editor || !colleague) throw new Error('two people were asked for')
  documentId = await createDocument(stage.product, editor.token, { path, text })
  connection = new ServerConnection({ url: stage.product.url, token: async () => colleague.token })
  binh = connection.open(documentId)
  await binh.ready
  const [atDesk, inBrowser] = await Promise.all([
    stage.seat('an'),
    stage.seat('chi', { host: 'web', settings: { 'lienthong.history.authorBesideLine': true } }),
  ])
  ;[an, chi] = await Promise.all([atDesk.open('dan-cu', path), inBrowser.open('dan-cu')])
  await an.status(/Saved/).waitFor()
})
afterAll(async () => {
  await connection?.close()
  await stage?.close()
})

describe('the history of a document in VS Code', () => {
  it('[H6] shows what two people wrote, soon after they did', async () => {
    await an.command('Liên Thông: Focus on History View')
    await rowOf(an, 'Nguyễn Văn An').waitFor()
    binh.text.insert(text.length, words)
    await binh.whenStored()
    await rowOf(an, 'Trần Thị Bình').waitFor()
    await an.focusEditor(path)
    await an.page.keyboard.press('Control+Home')
    await an.page.keyboard.type(draft)
    await until('An’s words at Bình', () => binh.text.toString() === draft + text + words)
    await keepScreenshot(an.page, 'history-view')
  })

  it('[H7] opens what somebody wrote as a comparison', async () => {
    await rowOf(an, 'Trần Thị Bình').click()
    const comparison = an.page.locator('.monaco-diff-editor')
    await comparison.locator('.line-insert').first().waitFor()
    await until('the words on their side', async () =>
      (await linesOf(comparison.locator('.editor.modified'))).includes(words.trim()),
    )
    expect(await linesOf(comparison.locator('.editor.original'))).not.toContain(words.trim())
    await an.status('YAML').waitFor()
    await keepScreenshot(an.page, 'history-comparison')
  })

  it('[H7] names a state, and says in words that a name is taken', async () => {
    await act(an, 'Trần Thị Bình', 'Name This State…')
    await an.answer('State:', name)
    await rowOf(an, `“${name}”`).waitFor()
    await act(an, 'Nguyễn Văn An', 'Name This State…')
    const box = an.page.locator('.quick-input-widget', { hasText: 'Name a State' })
    await box.locator('input').first().fill(name)
    await an.page.keyboard.press('Enter')
    await box.getByText(`The document has a state named “${name}” already.`).waitFor()
    expect(await box.locator('input').first().inputValue()).toBe(name)
    await keepScreenshot(an.page, 'history-name-taken')
    await an.page.keyboard.press('Escape')
  })

  it('[H7, S9] restores a state for everybody, once asked, as one step of undo', async () => {
    await act(an, `“${name}”`, 'Restore This State…')
    const question = an.page.locator('.monaco-dialog-box')
    await question.getByText(`Restore this state: “${name}”?`).waitFor()
    await keepScreenshot(an.page, 'history-restore')
    await question.getByRole('button', { name: 'Restore', exact: true }).click()
    await until('the state at Bình', () => binh.text.toString() === text + words)
    await until('the state at An', async () => (await an.visibleText(path)) === text + words)
    await an.focusEditor(path)
    await an.page.keyboard.press('Control+z')
    await until('An’s words again', () => binh.text.toString() === draft + text + words)
  })

  it('[H6, H7] shows what was published meanwhile to whoever comes back, to be compared', async () => {
    const { token, displayName } = await stage.product.person('dung')
    await publishFirst(stage.product.url, documentId, token)
    await comeBack(an)
    await act(an, 'Version 1.0.0', 'Compare with Now')
    await an.page.getByRole('tab', { name: `${path} (Version 1.0.0 ↔ now)` }).waitFor()
    await an.page.locator('.monaco-diff-editor .line-insert').first().waitFor()
    await keepScreenshot(an.page, 'history-version')
    await an.command('Liên Thông: Go to Named State…')
    const list = listOf(an, 'Named and Published States')
    await list.getByText(`${displayName}, `).waitFor()
    expect(await labelsOf(list)).toEqual([`“${name}”`, 'Version 1.0.0'])
    await keepScreenshot(an.page, 'history-named-states')
    await an.page.keyboard.press('Escape')
  })

  it('[H8] tells who wrote a line, and shows what they wrote then', async () => {
    await an.focusEditor(path)
    await an.goTo(5, 3)
    await an.command('Liên Thông: Who Wrote This Line')
    const list = an.page.locator('.quick-input-widget', { hasText: 'Who Wrote Line 5' })
    await list.locator('.monaco-list-row', { hasText: 'Trần Thị Bình' }).waitFor()
    await keepScreenshot(an.page, 'history-who-wrote')
    await an.page.keyboard.press('Enter')
    await an.page.locator('.monaco-diff-editor .line-insert').first().waitFor()
  })

  it('[H8, H9] tells a reader too, behind the line if they want', async () => {
    const { page } = chi
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: path }).click()
    await chi.status(/Reading/).waitFor()
    await chi.focusEditor(path)
    await chi.goTo(5, 12)
    await until('the author behind the line', async () =>
      (await behindLines(chi.editor(path))).includes('Trần Thị Bình, '),
    )
    await chi.command('Show or Focus Hover')
    const link = page.locator('.monaco-hover').getByText('Show What Was Written')
    await link.waitFor()
    await keepScreenshot(page, 'history-behind-line')
    await link.click()
    await page.locator('.monaco-diff-editor .line-insert').first().waitFor()
    expect(await page.locator('.tabs-container .tab').count()).toBe(2)
  })

  it('[H9] offers a reader comparisons, not restoring or naming', async () => {
    await chi.command('Liên Thông: Focus on History View')
    await act(chi, `“${name}”`, 'Compare with Now')
    await chi.page.locator('.monaco-diff-editor .line-insert').first().waitFor()
    await rowOf(chi, 'Trần Thị Bình').hover()
    const offered = rowOf(chi, 'Trần Thị Bình').locator('.action-label')
    expect(await offered.evaluateAll(actions => actions.map(action => action.ariaLabel))).toEqual([
      'Compare with Now',
    ])
    await keepScreenshot(chi.page, 'history-reader')
  })

  it('[H9, H10] leads a reader to a comparison at once', async () => {
    await chi.command('Liên Thông: Go to Named State…')
    await listOf(chi, 'Named and Published States').getByText('Version 1.0.0').click()
    await chi.page.getByRole('tab', { name: `${path} (Version 1.0.0 ↔ now)` }).waitFor()
    expect(await rowOf(chi, 'Version 1.0.0').count()).toBe(1)
  })

  it('[H10] leads to what was named or published, to restore it', async () => {
    await an.command('Liên Thông: Go to Named State…')
    await listOf(an, 'Named and Published States').getByText('Version 1.0.0').click()
    await listOf(an, 'Version 1.0.0').getByText('Restore This State…').click()
    const question = an.page.locator('.monaco-dialog-box')
    await question.getByText('Restore this state: Version 1.0.0?').waitFor()
    await question.getByRole('button', { name: 'Restore', exact: true }).click()
    await until('the version at Bình', () => binh.text.toString() === text)
    await an.focusEditor(path)
    await an.page.keyboard.press('Control+z')
    await until('the words again', () => binh.text.toString() === draft + text + words)
  })
})

/** Publishes the document's first text. */
async function publishFirst(url: string, id: DocumentId, token: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/documents/${id}/versions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ number: '1.0.0', seq: 1 }),
  })
  if (!response.ok) throw new Error(`cannot publish: ${await response.text()}`)
}

/** Leaves the window and returns, as its page is told: the browser of a test never takes the focus away. VS Code notes leaving a tick later. */
const comeBack = ({ page }: Workbench): Promise<void> =>
  page.evaluate(async () => {
    document.hasFocus = () => false
    window.dispatchEvent(new Event('blur'))
    await new Promise(resolve => setTimeout(resolve))
    document.hasFocus = () => true
    window.dispatchEvent(new Event('focus'))
  })

const listOf = ({ page }: Workbench, title: string): Locator =>
  page.locator('.quick-input-widget', { hasText: title })

const labelsOf = (list: Locator): Promise<string[]> =>
  list.locator('.monaco-list-row .label-name').allTextContents()

const rowOf = ({ page }: Workbench, words: string): Locator =>
  page
    .locator('.pane', { has: page.getByRole('heading', { name: /^History/ }) })
    .locator('.monaco-list-row', { hasText: words })
    .first()

/** An action of a row, which shows while the mouse is on it: the view may be drawn anew meanwhile. */
async function act(window: Workbench, words: string, action: string): Promise<void> {
  const row = rowOf(window, words)
  await until(`${action} of ${words}`, async () => {
    await row.hover()
    await row.getByRole('button', { name: action }).click({ timeout: 2_000 })
    return true
  })
}

const linesOf = (editor: Locator): Promise<string> =>
  editor
    .locator('.view-lines')
    .textContent()
    .then(lines => (lines ?? '').replace(/\u00a0/g, ' '))

/** What the style sheet writes behind words. */
const behindLines = (editor: Locator): Promise<string> =>
  editor
    .locator('.view-line span')
    .evaluateAll(spans => spans.map(span => getComputedStyle(span, '::after').content).join())
