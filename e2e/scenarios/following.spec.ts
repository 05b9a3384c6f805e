import { type DocumentSession, ServerConnection, selectionAt } from '@lienthong/protocol/client'
import { keepScreenshot } from '../browser.ts'
import { caretOf } from '../carets.ts'
import { createDocument } from '../documents.ts'
import { openStage, type Seat, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import type { Workbench } from '../vscode/workbench.ts'

const path = 'theo-doi.md'
const text = Array.from({ length: 300 }, (_, i) => `dòng ${i + 1}: một câu của bản đặc tả\n`).join('')

let stage: Stage
let seat: Seat
let an: Workbench
let connection: ServerConnection
let binh: DocumentSession
let chiConnection: ServerConnection
let chi: DocumentSession

/** An at a real VS Code; Bình, whose editor only moves a caret and writes; and Chi, who tells what all have been told. */
beforeAll(async () => {
  stage = await openStage()
  const [colleague, reviewer] = await Promise.all(['binh', 'chi'].map(who => stage.product.person(who)))
  if (!colleague || !reviewer) throw new Error('two people were asked for')
  const documentId = await createDocument(stage.product, colleague.token, { path, format: 'markdown', text })
  connection = new ServerConnection({ url: stage.product.url, token: async () => colleague.token })
  binh = connection.open(documentId)
  chiConnection = new ServerConnection({ url: stage.product.url, token: async () => reviewer.token })
  chi = chiConnection.open(documentId)
  await Promise.all([binh.ready, chi.ready])
  seat = await stage.seat('an')
  an = await seat.open('dan-cu', path)
  await until('the text', async () => (await an.visibleText(path)).startsWith('dòng 1:'))
  await an.command('Liên Thông: Focus on People Here Now View')
  await rowOf(an, 'Trần Thị Bình').waitFor()
})
afterAll(async () => {
  await Promise.all([connection?.close(), chiConnection?.close()])
  await stage?.close()
})

const rowOf = (workbench: Workbench, name: string) =>
  workbench.page.locator('.monaco-list-row', { hasText: name }).first()

const following = (workbench: Workbench) => workbench.status('Following Trần Thị Bình – stop')

const moveBinhTo = (line: number, isAway = false) => {
  const at = binh.text.toString().indexOf(`dòng ${line}:`)
  binh.presence.announce([selectionAt(binh.text, { anchor: at, head: at })], isAway)
}

/** Everybody is told at once where Bình is: when Chi has been, An's editor has. */
const told = (line: number) =>
  until(`Bình at line ${line}`, () => {
    const caret = caretOf(chi, 'Trần Thị Bình')
    return caret !== undefined && chi.text.toString().startsWith(`dòng ${line}:`, caret)
  })

const isShown = (line: number) =>
  until(`line ${line} in view`, async () => (await an.visibleText(path)).includes(`dòng ${line}:`))

/** The button shows while the mouse is on the row, which may be drawn anew meanwhile. */
const follow = async () => {
  const row = rowOf(an, 'Trần Thị Bình')
  await until('the button', async () => {
    await row.hover()
    await row.getByRole('button', { name: 'Follow' }).click({ timeout: 2_000 })
    return true
  })
  await following(an).waitFor()
}

/** The names beside the carets of an editor: VS Code draws them as content of pseudo-elements. */
const namesIn = (workbench: Workbench): Promise<string[]> =>
  workbench
    .editor(path)
    .evaluate(editor =>
      [...editor.querySelectorAll('.view-line span')]
        .map(span => getComputedStyle(span, '::before').content.replace(/^"|"$/g, ''))
        .filter(content => /\p{L}/u.test(content) && content !== 'none' && content !== 'normal'),
    )

describe('following a person in VS Code', () => {
  it('[E10] keeps their caret in view and one’s own where it is', async () => {
    await an.focusEditor(path)
    await an.goTo(2, 3)
    await follow()
    moveBinhTo(150)
    await isShown(150)
    await keepScreenshot(an.page, 'following')
    moveBinhTo(290)
    await isShown(290)
    await an.status(/^Ln 2, Col 3$/).waitFor()
  })

  it('[E10] goes on when somebody writes right at one’s own caret', async () => {
    const at = text.indexOf('\n') + 3
    binh.text.insert(at, 'chen ')
    await binh.whenStored()
    moveBinhTo(1)
    await isShown(1)
    await until('the words', async () => (await an.visibleText(path)).includes('dòchen ng 2'))
    binh.text.delete(at, 'chen '.length)
    await until('the words to go', async () => (await an.visibleText(path)).includes('dòng 2'))
    await following(an).waitFor()
  })

  it('[E10] ends with one’s own first letter', async () => {
    await an.page.keyboard.press('Control+1')
    await an.page.keyboard.type('x')
    await following(an).waitFor({ state: 'hidden' })
    moveBinhTo(200)
    await told(200)
    binh.text.insert(0, 'đầu ')
    await until('Bình’s word', async () => (await an.visibleText(path)).startsWith('đầu dòng 1:'))
  })

  it('[E10] ends with a click of one’s own, Escape, or on what says that one follows', async () => {
    const ways: (() => Promise<void>)[] = [
      () => an.editor(path).locator('.view-line', { hasText: 'dòng 210:' }).click(),
      () => an.page.keyboard.press('Escape'),
      () => following(an).click(),
    ]
    for (const stop of ways) {
      await follow()
      await stop()
      await following(an).waitFor({ state: 'hidden' })
    }
  })

  it('[E11] shows a name while its person moves, and again when pointed at', async () => {
    await an.focusEditor(path)
    await an.goTo(1)
    moveBinhTo(4)
    await until('the name', async () => (await namesIn(an)).includes('Trần Thị Bình'))
    await keepScreenshot(an.page, 'following-name')
    await an.page.keyboard.type('y')
    await until('the name to rest', async () => (await namesIn(an)).length === 0)
    const line = an.editor(path).locator('.view-line', { hasText: 'dòng 4:' }).locator('span').first()
    await line.hover({ position: { x: 4, y: 8 } })
    await an.page.locator('.monaco-hover', { hasText: 'Trần Thị Bình' }).first().waitFor()
    await keepScreenshot(an.page, 'following-hover')
    await an.page.mouse.move(0, 0)
  })

  it('[E13] calls one’s own other window that, and counts it as nobody else', async () => {
    const other = await seat.open('dan-cu', path)
    await until('the text', async () => (await other.visibleText(path)).includes('dòng 1:'))
    const ownRow = an.page.locator('.monaco-list-row', { hasText: 'you, in another window' })
    await ownRow.waitFor()
    await rowOf(an, path).getByText('you and 2 more').waitFor()
    await other.focusEditor(path)
    await other.goTo(6)
    await until('the other caret', async () => (await namesIn(an)).includes('you, in another window'))
    await keepScreenshot(an.page, 'following-own-window')
    await other.page.close()
    await ownRow.waitFor({ state: 'detached' })
  })

  it('[E12] dims who is away', async () => {
    moveBinhTo(3, true)
    await rowOf(an, 'Trần Thị Bình').getByText('away').waitFor()
    await keepScreenshot(an.page, 'following-away')
    moveBinhTo(3)
  })

  it('[E13] goes to a person once, from the list and from the palette, and brings the document to the front', async () => {
    moveBinhTo(120)
    await told(120)
    await rowOf(an, 'Trần Thị Bình').click()
    await isShown(120)
    await an.status(/^Ln 120, Col 1$/).waitFor()
    await an.page.keyboard.type('z')
    await until('the letter where Bình is', () => binh.text.toString().includes('\nzdòng 120:'))
    await an.page.keyboard.press('Control+z')
    await an.command('File: New Untitled Text File')
    await an.editor('Untitled-1').waitFor()
    moveBinhTo(250)
    await told(250)
    await an.command('Liên Thông: Go to Person')
    await an.pick('Go to Person', 'Trần Thị Bình')
    await isShown(250)
    await an.status(/^Ln 250, Col 1$/).waitFor()
    moveBinhTo(20)
    await told(20)
    await an.page.keyboard.press('ArrowDown')
    await an.status(/^Ln 251, Col 1$/).waitFor()
  })

  it('[E13] says that a person has no cursor rather than going anywhere', async () => {
    binh.presence.announce([], false)
    await until('no caret', () => caretOf(chi, 'Trần Thị Bình') === undefined)
    await rowOf(an, 'Trần Thị Bình').click()
    await an.page.getByText('Trần Thị Bình has no cursor here right now.').first().waitFor()
    await an.status(/^Ln 251, Col 1$/).waitFor()
  })

  it('[E10] ends, and says so, when they have left', async () => {
    await follow()
    await binh.close()
    await an.status('Trần Thị Bình is no longer here').waitFor()
    await following(an).waitFor({ state: 'hidden' })
    await keepScreenshot(an.page, 'following-left')
  })
})
