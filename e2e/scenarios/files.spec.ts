import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { openStage, type SeatOptions, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import { choosePath } from '../vscode/file-dialog.ts'
import type { Workbench } from '../vscode/workbench.ts'

const path = 'xuat-nhap.md'
const text = '# Đặc tả\n\nmột e\u0302\u0301\nhai\nba\n'

let stage: Stage
let folder: string
let connection: ServerConnection
let binh: DocumentSession
let an: Workbench

const replace = async (): Promise<void> => {
  const warning = an.page.locator('.quick-input-widget', { hasText: 'already exists' })
  await warning.getByRole('button', { name: 'OK' }).click()
}

const question = () => an.page.locator('.notification-list-item:visible', { hasText: 'Import “nhap.md”' })

/** VS Code puts a question that nobody answers among the notifications after some seconds. */
const leaveAsItIs = () =>
  until('the question', async () => {
    if (!(await question().isVisible())) await an.command('Notifications: Show Notifications')
    await question().getByRole('button', { name: 'Leave the Document as It Is' }).click({ timeout: 5_000 })
    return true
  })

const importing = async (content: string | Uint8Array): Promise<void> => {
  const file = join(folder, 'nhap.md')
  await writeFile(file, content)
  await an.command('Liên Thông: Import File into This Document…')
  await choosePath(an, 'Import File', file)
}

describe.each<{ host: NonNullable<SeatOptions['host']> }>([{ host: 'node' }, { host: 'web' }])(
  'documents and files in VS Code, extension in the $host host',
  ({ host }) => {
    beforeAll(async () => {
      stage = await openStage()
      folder = await mkdtemp(join(tmpdir(), 'lienthong-files-'))
      const { token } = await stage.product.person('binh')
      connection = new ServerConnection({ url: stage.product.url, token: async () => token })
      binh = connection.open(await createDocument(stage.product, token, { path, format: 'markdown', text }))
      await binh.ready
      an = await (await stage.seat('an', { host })).open('dan-cu', path)
      await an.status(/Saved/).waitFor()
      await an.focusEditor(path)
    })
    afterAll(async () => {
      await connection?.close()
      await stage?.close()
      await rm(folder, { recursive: true, force: true })
    })

    it('[E15] exports a document without a changed byte', async () => {
      const file = join(folder, 'moi.md')
      await an.command('Liên Thông: Export Document to File…')
      await choosePath(an, 'Export Document to File', file)
      await until('the file', async () => (await readFile(file, 'utf8')) === text)
      await keepScreenshot(an.page, `files-exported-${host}`)
    })

    it('[E15] keeps the line ends and the mark of a file that is there', async () => {
      const file = join(folder, 'cu.md')
      await writeFile(file, '\uFEFF# Đặc tả\r\n\r\ncũ\r\nba\r\n')
      await an.command('Liên Thông: Export Document to File…')
      await choosePath(an, 'Export Document to File', file)
      await replace()
      const wanted = `\uFEFF${text.replaceAll('\n', '\r\n')}`
      await until('the file', async () => (await readFile(file, 'utf8')) === wanted)
    })

    it('[E16] shows what differs, and writes nothing before a yes', async () => {
      await importing(text.replace('hai', 'hai rưỡi'))
      await question().waitFor()
      await an.page.locator('.monaco-diff-editor .line-insert').first().waitFor()
      await keepScreenshot(an.page, `files-import-${host}`)
      await leaveAsItIs()
      await an.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' })
      await importing(text.replace('hai', 'hai rưỡi'))
      await question().waitFor()
      await an.page
        .locator('.tab.active')
        .getByRole('button', { name: /^Close/ })
        .click()
      await an.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' })
      // What An writes afterwards arrives after anything that the import would have written.
      await an.focusEditor(path)
      await an.page.keyboard.press('Control+End')
      await an.page.keyboard.type('sau')
      await until('what An writes next', () => binh.text.toString() === `${text}sau`)
      for (const _ of 'sau') await an.page.keyboard.press('Backspace')
      await until('the text of before', () => binh.text.toString() === text)
    })

    it('[E16] offers its yes in the title of its own comparison only', async () => {
      const yes = an.page.locator('.editor-actions').getByRole('button', { name: 'Import What Differs' })
      await importing(text.replace('hai', 'hai rưỡi'))
      await yes.waitFor()
      await an.command('Liên Thông: Focus on History View')
      await an.page
        .getByRole('treeitem', { name: /Nguyễn Văn An/ })
        .first()
        .click()
      await an.page.locator('.tab.active', { hasText: 'Nguyễn Văn An' }).waitFor()
      await an.page.locator('.monaco-diff-editor').first().waitFor()
      await yes.waitFor({ state: 'detached' })
      await keepScreenshot(an.page, `files-other-comparison-${host}`)
      await an.page.locator('.tab', { hasText: '↔ nhap.md' }).click()
      await yes.waitFor()
      await leaveAsItIs()
      await yes.waitFor({ state: 'detached' })
      await an.page.getByRole('tab', { name: path, exact: true }).click()
    })

    it('[E16] imports the difference as one step, beside what others write meanwhile', async () => {
      await importing(`\uFEFF${text.replace('hai', 'hai rưỡi').replaceAll('\n', '\r\n')}bốn\r\n`)
      await question().waitFor()
      binh.text.insert(text.indexOf('ba'), 'CỦA BÌNH\n')
      await until('Bình’s words', async () =>
        (await an.page.locator('.monaco-diff-editor .editor.original').textContent())?.includes('CỦA'),
      )
      await an.page.locator('.editor-actions').getByRole('button', { name: 'Import What Differs' }).click()
      const wanted = '# Đặc tả\n\nmột e\u0302\u0301\nhai rưỡi\nCỦA BÌNH\nba\nbốn\n'
      await until('both', () => binh.text.toString() === wanted)
      await until('the same on screen', async () => (await an.visibleText(path)) === wanted)
      await keepScreenshot(an.page, `files-imported-${host}`)
      await an.focusEditor(path)
      await an.page.keyboard.press('Control+z')
      await until('one step back', () => binh.text.toString() === text.replace('ba\n', 'CỦA BÌNH\nba\n'))
    })

    it('[E16] says in words that a file is no text, or the same', async () => {
      await importing(Uint8Array.of(0x54, 0xea, 0x6e))
      await an.page.getByText('“nhap.md” is not text in UTF-8').first().waitFor()
      await importing(binh.text.toString())
      await an.page.getByText('“nhap.md” is the same text').first().waitFor()
    })

    it('[E17] makes a new document of a file', async () => {
      const file = join(folder, 'Hộ gia đình.sql')
      await writeFile(file, '\uFEFFcreate table ho (id int);\r\n')
      await an.command('Liên Thông: Import File into New Document…')
      await choosePath(an, 'Import File', file)
      await an.pick('in which database?', 'dan-cu')
      await an.answer('its title', 'Hộ gia đình')
      const name = an.page.locator('.quick-input-widget', { hasText: 'its file name' })
      await name.waitFor()
      expect(await name.locator('input').first().inputValue()).toBe('ho-gia-dinh.sql')
      await an.page.keyboard.press('Enter')
      await until('the document', async () =>
        (await an.visibleText('ho-gia-dinh.sql')).startsWith('create table ho (id int);'),
      )
      await keepScreenshot(an.page, `files-new-${host}`)
    })
  },
)
