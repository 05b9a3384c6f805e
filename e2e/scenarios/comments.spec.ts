import type { Locator } from 'playwright-core'
import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { lastingPerson } from '../people.ts'
import { type DemoPerson, type RunningProduct, startProduct } from '../product.ts'
import { openStage, type Seat, type SeatOptions, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import { killExtensionHosts } from '../vscode/extension-hosts.ts'
import type { Workbench } from '../vscode/workbench.ts'

const words = 'maDinhDanh'
const remark = 'Nên theo định dạng 12 chữ số.'
const text = `type: object\nproperties:\n  ${words}:\n    type: string\n`

let stage: Stage
let product: RunningProduct
let people: DemoPerson[]
beforeAll(async () => {
  stage = await openStage()
  product = stage.product
  people = await Promise.all(['an', 'chi'].map(username => lastingPerson(product, username)))
})
afterAll(async () => {
  await product.stop()
  await stage?.close()
})

describe.each<{ host: NonNullable<SeatOptions['host']> }>([{ host: 'node' }, { host: 'web' }])(
  'a reviewer comments while an editor edits, extension in the $host host',
  ({ host }) => {
    const path = `binh-luan-${host}.schema.yaml`
    let seat: Seat
    let an: Workbench
    let chi: Workbench

    beforeAll(async () => {
      const [editor, reviewer] = people
      if (!editor || !reviewer) throw new Error('two people were asked for')
      const take = ({ username, token }: DemoPerson) =>
        stage.seat(username, { host, settings: { 'lienthong.demoToken': token } })
      await createDocument(product, editor.token, { path, text })
      const seats = await Promise.all([take(editor), take(reviewer)])
      seat = seats[0]
      ;[an, chi] = await Promise.all([seat.open('dan-cu', path), seats[1].open('dan-cu', path)])
      await an.status(/Saved/).waitFor()
      await chi.status(/Reading/).waitFor()
    })
    afterAll(() => Promise.all([an.page.close(), chi.page.close()]))

    it('lets the reviewer read, not type', async () => {
      await chi.focusEditor(path)
      await chi.page.keyboard.press('Control+Home')
      await chi.page.keyboard.type('x')
      expect(await chi.visibleText(path)).toBe(text)
      await chi.page.keyboard.press('Escape')
    })

    it('[E7] puts the comment on its words although somebody edits their line meanwhile', async () => {
      await selectWords(chi, path, 3, 3)
      await chi.command('Liên Thông: Add Comment on the Selection')
      await widgetOf(chi).locator('.monaco-editor.focused').waitFor()
      await chi.page.keyboard.type(remark, { delay: 10 })
      await an.focusEditor(path)
      await an.goTo(3, 1)
      await an.page.keyboard.type('  ')
      await until('the edit at the reviewer', async () =>
        (await chi.visibleText(path)).includes(`    ${words}:`),
      )
      await widgetOf(chi).getByRole('button', { name: 'Comment' }).first().click()
      await widgetOf(chi).getByText(`“${words}”`).waitFor()
      await markOf(an).waitFor()
      await keepScreenshot(chi.page, `comments-${host}-reviewer`)
    })

    it('[B11] keeps the comment on its words while the editor writes above them', async () => {
      await an.focusEditor(path)
      await an.page.keyboard.press('Control+Home')
      await an.page.keyboard.type('# dòng một')
      await an.page.keyboard.press('Enter')
      await an.page.keyboard.type('# dòng hai')
      await an.page.keyboard.press('Enter')
      for (const window of [chi, an]) await until('line 5', async () => (await lineOfComment(window)) === 5)
    })

    it('[B11] has it after a killed server comes back, in a window that never saw it', async () => {
      await product.process.kill()
      await an.status(/Offline/).waitFor({ timeout: 30_000 })
      await inThread(an, thread => thread.getByRole('button', { name: 'Reply' }))
      await write(an, 'Trả lời khi mất mạng')
      await widgetOf(an).getByRole('button', { name: 'Reply' }).last().click()
      await an.page.getByText('does not answer').first().waitFor()
      await keepScreenshot(an.page, `comments-${host}-offline`)

      product = await startProduct({ dataDir: stage.product.dataDir, port: stage.product.port })
      const fresh = await seat.open('dan-cu', path)
      await markOf(fresh).waitFor()
      await until('line 5', async () => (await lineOfComment(fresh)) === 5)
      await inThread(fresh, thread => thread.getByText(remark))
      await fresh.page.close()
    })

    it('[E7] keeps what could not be sent in its box, to be sent later', async () => {
      await an.status(/Saved/).waitFor({ timeout: 60_000 })
      await inThread(an, thread => thread.getByRole('button', { name: 'Reply' }))
      await widgetOf(an).getByRole('button', { name: 'Reply' }).last().click()
      await inThread(chi, thread => thread.getByText('Trả lời khi mất mạng'))
    })

    it('[B11] resolves and reopens for both', async () => {
      await (await inThread(chi, thread => thread.getByRole('button', { name: 'Resolve' }))).click()
      await inThread(an, thread => thread.getByText(`Resolved: “${words}”`))
      await (await inThread(an, thread => thread.getByRole('button', { name: 'Reopen' }))).click()
      await inThread(chi, thread => thread.getByRole('button', { name: 'Resolve' }))
    })

    it('[B11] calls it outdated when the editor deletes its words', async () => {
      await selectWords(an, path, 5, 5)
      await an.page.keyboard.press('Delete')
      await inThread(chi, thread => thread.getByText(`Outdated: the words “${words}” are gone`))
      await keepScreenshot(chi.page, `comments-${host}-outdated`)
    })

    if (host === 'node')
      it('[E8] shows it once after the extension host has started anew', async () => {
        await inThread(chi, thread => thread.getByText('Outdated'))
        await killExtensionHosts()
        await until('the threads to go', async () => (await widgetOf(chi).count()) === 0)
        await markOf(chi).waitFor({ timeout: 60_000 })
        await chi.command('Comments: Expand All Comments')
        await widgetOf(chi).first().waitFor()
        expect(await widgetOf(chi).count()).toBe(1)
      })
  },
)

const widgetOf = ({ page }: Workbench): Locator => page.locator('.review-widget:visible')

/** Its class says whether the thread is resolved. */
const markOf = ({ page }: Workbench): Locator =>
  page.locator('.comment-range-glyph:is(.comment-thread, .comment-thread-unresolved)').first()

async function selectWords(window: Workbench, path: string, line: number, column: number): Promise<void> {
  await window.focusEditor(path)
  await window.goTo(line, column)
  for (const _ of words) await window.page.keyboard.press('Shift+ArrowRight')
}

/** Unfolds the thread, unless it is. VS Code may fold it at the same moment: then the click did the opposite, and the caller tries again. */
async function openThread(window: Workbench): Promise<void> {
  if (await widgetOf(window).first().isVisible()) return
  await markOf(window).click()
  await widgetOf(window).first().waitFor({ timeout: 3_000 })
}

/** Something of the unfolded thread, once it is seen. VS Code folds a thread by itself when it is resolved. */
async function inThread(window: Workbench, find: (thread: Locator) => Locator): Promise<Locator> {
  const found = find(widgetOf(window)).first()
  await until(
    `${found} in the thread`,
    async () => {
      await openThread(window)
      return found.isVisible()
    },
    { withinMs: 60_000 },
  )
  return found
}

async function write(window: Workbench, reply: string): Promise<void> {
  await widgetOf(window).getByRole('button', { name: 'Reply' }).first().click()
  await widgetOf(window).locator('.monaco-editor.focused').waitFor()
  await window.page.keyboard.type(reply, { delay: 10 })
}

/** The line, from 1, beside which the comment's mark stands. */
async function lineOfComment(window: Workbench): Promise<number | undefined> {
  return markOf(window).evaluate(mark => {
    const { y } = mark.getBoundingClientRect()
    const beside = [...document.querySelectorAll('.margin .line-numbers')].find(number => {
      const box = number.getBoundingClientRect()
      return Math.abs(box.y - y) < box.height / 2
    })
    return beside ? Number(beside.textContent) : undefined
  })
}
