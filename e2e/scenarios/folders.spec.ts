import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import type { Locator } from 'playwright-core'
import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { root } from '../product.ts'
import { openStage, type SeatOptions, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import { choosePath } from '../vscode/file-dialog.ts'
import type { Workbench } from '../vscode/workbench.ts'

const text = '# Đặc tả\n\nmột e\u0302\u0301\nhai\nba\n'
const paths = ['dia-phuong.md', 'tren-may-chu.md', 'ca-hai.md'] as const

let stage: Stage
let folder: string
let outsideFolder: string
let token: string
let connection: ServerConnection
let here: DocumentSession
let there: DocumentSession
let both: DocumentSession
let an: Workbench

const read = (name: string) => readFile(join(folder, name), 'utf8')
const write = (name: string, content: string) => writeFile(join(folder, name), content)

const notice = (words: string): Locator =>
  an.page.locator('.notification-list-item:visible', { hasText: words }).first()

/** Notices of before would answer for the new one. */
const command = async (label: string): Promise<void> => {
  await an.command('Notifications: Clear All Notifications')
  await an.command(label)
}

const exporting = async (): Promise<void> => {
  await command('Liên Thông: Export Documents to Folder…')
  await an.pick('Export the documents of which database?', 'dan-cu')
  await choosePath(an, 'Export Documents to Folder', folder)
  await notice('Exported to').waitFor()
}

const importing = async (from = folder): Promise<void> => {
  await command('Liên Thông: Import Folder into Documents…')
  await choosePath(an, 'Import Folder', from)
}

/** The file's side of the comparison in front. */
const compared = (words: string): Locator =>
  an.page.locator('.monaco-diff-editor .editor.modified .view-line', { hasText: words }).first()

const picker = () => an.page.locator('.quick-input-widget', { hasText: 'Import into dan-cu: which files?' })
const row = (name: string) => picker().locator('.monaco-list-row', { hasText: name })
const check = (name: string) => row(name).locator('[role=checkbox], input[type=checkbox]').first()
const isChecked = async (name: string) => (await row(name).getAttribute('aria-checked')) === 'true'

/** What the command line says of the folder, as data. */
const status = (at = folder): Promise<Record<string, string>> =>
  new Promise((resolve, reject) => {
    const program = join(root, 'plugins/cli/bin/lienthong.js')
    const env = { ...process.env, LIENTHONG_SERVER: stage.product.url, LIENTHONG_TOKEN: token }
    execFile(process.execPath, [program, 'status', at, '--format', 'json'], { env }, (error, out, err) => {
      if (error && error.code !== 1) return reject(new Error(err))
      const found: { file: string; state: string }[] = JSON.parse(out)
      resolve(Object.fromEntries(found.map(({ file, state }) => [file, state])))
    })
  })

const notSame = async () =>
  Object.fromEntries(Object.entries(await status()).filter(([, state]) => state !== 'same'))

describe.each<{ host: NonNullable<SeatOptions['host']> }>([{ host: 'node' }, { host: 'web' }])(
  'the documents of a database in a folder, from VS Code, extension in the $host host',
  ({ host }) => {
    beforeAll(async () => {
      stage = await openStage()
      folder = await mkdtemp(join(tmpdir(), 'lienthong-folders-'))
      outsideFolder = await mkdtemp(join(tmpdir(), 'lienthong-outside-'))
      token = (await stage.product.person('binh')).token
      connection = new ServerConnection({ url: stage.product.url, token: async () => token })
      const open = async (path: string): Promise<DocumentSession> => {
        const session = connection.open(
          await createDocument(stage.product, token, { path, format: 'markdown', text }),
        )
        await session.ready
        return session
      }
      ;[here, there, both] = [await open(paths[0]), await open(paths[1]), await open(paths[2])]
      an = await (await stage.seat('an', { host })).open('dan-cu', paths[0])
      await an.status(/Saved/).waitFor()
    })
    afterAll(async () => {
      await connection?.close()
      await stage?.close()
      for (const made of [folder, outsideFolder]) await rm(made, { recursive: true, force: true })
    })

    it('[E19] exports every document without a changed byte, and the command line goes on from there', async () => {
      await exporting()
      for (const path of paths) expect(await read(path)).toBe(text)
      const link = JSON.parse(await read('.lienthong'))
      expect(link).toMatchObject({
        version: 1,
        server: stage.product.url,
        database: 'dan-cu',
        scope: 'database',
      })
      expect(await read('.lienthong')).not.toContain(token)
      const names = (await readdir(folder)).filter(name => name !== '.lienthong')
      expect(Object.keys(link.files).sort()).toEqual(names.sort())
      const found = await status()
      expect(Object.keys(found).sort()).toEqual(names)
      expect(await notSame()).toEqual({})
      await keepScreenshot(an.page, `folders-exported-${host}`)
    })

    it('[E19] brings what changed on the server, and leaves what changed in the folder', async () => {
      await write(paths[1], `\uFEFF${text.replaceAll('\n', '\r\n')}`)
      there.text.insert(there.text.length, 'bốn\n')
      both.text.insert(both.text.length, 'của Bình\n')
      await Promise.all([there.whenStored(), both.whenStored()])
      await write(paths[2], `${text}của An\n`)
      await write(paths[0], text.replace('hai', 'hai rưỡi'))
      await exporting()
      await notice('1 written').waitFor()
      await notice('2 not written because they were changed here').waitFor()
      expect(await read(paths[1])).toBe(`\uFEFF${`${text}bốn\n`.replaceAll('\n', '\r\n')}`)
      expect(await read(paths[2])).toBe(`${text}của An\n`)
      expect(await read(paths[0])).toBe(text.replace('hai', 'hai rưỡi'))
      expect(await notSame()).toEqual({ [paths[0]]: 'changed-here', [paths[2]]: 'conflict' })
      await keepScreenshot(an.page, `folders-exported-conflict-${host}`)
      await notice('Exported to').getByRole('button', { name: 'Show What Differs' }).click()
      await an.pick('choose one to compare', paths[2])
      await compared('của An').waitFor()
      await keepScreenshot(an.page, `folders-comparison-${host}`)
    })

    it('[E20] shows a conflict and takes over what is checked, beside what others write meanwhile', async () => {
      await write('moi.md', '\uFEFFmới\r\n')
      await write('de-lai.md', 'để lại\n')
      await importing()
      await picker().waitFor()
      expect(await isChecked(paths[0])).toBe(true)
      for (const name of ['moi.md', 'de-lai.md', paths[2]]) expect(await isChecked(name)).toBe(false)
      await check('moi.md').click()
      await until('the new file to be checked', () => isChecked('moi.md'))
      await check(paths[2]).click()
      await until('the conflict to be unchecked', async () => !(await isChecked(paths[2])))
      await row(paths[2]).hover()
      await row(paths[2]).getByRole('button', { name: 'Show What Differs' }).click()
      await compared('của An').waitFor()
      await keepScreenshot(an.page, `folders-import-${host}`)
      here.text.insert(here.text.toString().indexOf('ba'), 'CỦA BÌNH\n')
      await here.whenStored()
      await picker().getByRole('button', { name: 'OK' }).click()
      await notice('2 taken over, 1 conflicts').waitFor()
      const wanted = text.replace('hai\n', 'hai rưỡi\nCỦA BÌNH\n')
      await until('the words of both', () => here.text.toString() === wanted)
      expect(await read(paths[0])).toBe(wanted)
      expect(both.text.toString()).toBe(`${text}của Bình\n`)
      expect(await read(paths[2])).toBe(`${text}của An\n`)
      expect(await notSame()).toEqual({ [paths[2]]: 'conflict', 'de-lai.md': 'new-here' })
      await keepScreenshot(an.page, `folders-imported-${host}`)
    })

    it('[E20] is one step, which the person can undo in an editor', async () => {
      await an.page.getByRole('tab', { name: paths[0], exact: true }).click()
      await an.focusEditor(paths[0])
      await an.page.keyboard.press('Control+z')
      await until('one step back', () => here.text.toString() === text.replace('ba\n', 'CỦA BÌNH\nba\n'))
    })

    it('[E19, E20] goes through no symbolic link, and names what is no text', async () => {
      const outside = join(outsideFolder, 'ngoai.md')
      await writeFile(outside, text)
      await rm(join(folder, paths[1]))
      await symlink(outside, join(folder, paths[1]))
      there.text.insert(0, 'không\n')
      await there.whenStored()
      await exporting()
      await notice(`“${paths[1]}” is not a plain file inside the folder`).waitFor()
      expect(await readFile(outside, 'utf8')).toBe(text)
      await writeFile(join(folder, 'de-lai.md'), Uint8Array.of(0x54, 0xea, 0x6e))
      await importing()
      await picker().getByRole('button', { name: 'OK' }).click()
      await notice('“de-lai.md” is not text in UTF-8').waitFor()
      await keepScreenshot(an.page, `folders-refused-${host}`)
      expect(there.text.toString().startsWith('không\n')).toBe(true)
    })

    it('[E20] links a folder that was not linked to the database that is chosen', async () => {
      const own = join(outsideFolder, 'kho')
      await mkdir(own)
      await writeFile(join(own, 'kho-moi.md'), 'kho\r\n')
      await writeFile(join(own, paths[0]), 'chưa bao giờ giống\n')
      await importing(own)
      await an.pick('Import into the documents of which database?', 'dan-cu')
      await check('kho-moi.md').click()
      await until('the new file to be checked', () => isChecked('kho-moi.md'))
      expect(await isChecked(paths[0])).toBe(false)
      await expect(readFile(join(own, '.lienthong'))).rejects.toThrow('ENOENT')
      await picker().getByRole('button', { name: 'OK' }).click()
      await notice('1 taken over, 1 conflicts, 0 the same').waitFor()
      expect(await readFile(join(own, paths[0]), 'utf8')).toBe('chưa bao giờ giống\n')
      expect(await status(own)).toMatchObject({ 'kho-moi.md': 'same', [paths[0]]: 'conflict' })
    })

    it('[E20] refuses in words a folder of another server, and names outside the folder', async () => {
      const other = join(folder, 'other')
      await mkdir(other)
      const content = JSON.parse(await read('.lienthong'))
      await write('other/.lienthong', JSON.stringify({ ...content, server: 'http://127.0.0.1:1' }))
      await importing(other)
      await notice('This folder is linked to the server http://127.0.0.1:1').waitFor()
      const [link] = Object.values(content.files)
      await write('other/.lienthong', JSON.stringify({ ...content, files: { '../ngoai.md': link } }))
      await importing(other)
      await notice('does not have the expected content').waitFor()
    })
  },
)
