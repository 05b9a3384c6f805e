import type { DocumentId } from '@lienthong/protocol'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import { keepScreenshot } from '../browser.ts'
import { caretOf } from '../carets.ts'
import { createDocument } from '../documents.ts'
import { openStage, type Seat, type Stage } from '../stage.ts'
import { pause, until } from '../until.ts'
import type { Workbench } from '../vscode/workbench.ts'

/** Longer than a typing hand pauses: at the very end of the text only the caret of a person who rests is put back. */
const restMs = 1_500

const start = 'một hai\nba\n'

let stage: Stage
let connection: ServerConnection

beforeAll(async () => {
  stage = await openStage()
  connection = new ServerConnection({ url: stage.product.url, token: async () => personCalled('binh').token })
})
afterAll(async () => {
  await connection?.close()
  await stage?.close()
})

const personCalled = (username: string) => {
  const person = stage.people.find(p => p.username === username)
  if (!person) throw new Error(`the demo has no ${username}`)
  return person
}

/** A window on a fresh document, and the same document in the hands of somebody else. */
const opened = async (
  seat: Seat,
  path: string,
): Promise<{ workbench: Workbench; theirs: DocumentSession }> => {
  const id: DocumentId = await createDocument(stage.product, personCalled('binh').token, {
    path,
    format: 'markdown',
    text: start,
  })
  const theirs = connection.open(id)
  await theirs.ready
  const workbench = await seat.open('dan-cu', path)
  await until('the text', async () => (await workbench.visibleText(path)) === start)
  return { workbench, theirs }
}

describe('one person beside others', () => {
  it('[B10] keeps the caret where it is when somebody writes right at it', async () => {
    const path = 'con-tro.md'
    const { workbench, theirs } = await opened(await stage.seat('an'), path)
    await workbench.focusEditor(path)
    await workbench.goTo(1, 4)
    await until('the caret to be known', () => caretOf(theirs, 'Nguyễn Văn An') === 3)
    theirs.text.insert(3, 'THEM')
    await until('their word', async () => (await workbench.visibleText(path)).startsWith('mộtTHEM hai'))
    await workbench.page.keyboard.type('!')
    await until('both', async () => theirs.text.toString().startsWith('một!THEM hai'))
    await workbench.page.keyboard.press('Control+End')
    await pause(restMs)
    theirs.text.insert(theirs.text.length, 'CUỐI')
    await until('their end', async () => (await workbench.visibleText(path)).endsWith('CUỐI'))
    await workbench.status(/^Ln 3, Col 1$/).waitFor()
    await workbench.page.keyboard.type('?')
    await until('both ends', async () => theirs.text.toString().endsWith('\n?CUỐI'))
    await keepScreenshot(workbench.page, 'beside-others-caret')
  })

  it('[B3] shows others’ words to somebody who may only read, without asking to save them', async () => {
    const path = 'chi-doc.md'
    const { workbench, theirs } = await opened(await stage.seat('chi'), path)
    theirs.text.insert(0, 'mới: ')
    await until('their words', async () => (await workbench.visibleText(path)).startsWith('mới: một'))
    theirs.text.insert(0, 'và ')
    await until('more words', async () => (await workbench.visibleText(path)).startsWith('và mới: một'))
    await until('no dot on the tab', async () => (await workbench.page.locator('.tab.dirty').count()) === 0)
    await workbench.focusEditor(path)
    await workbench.page.keyboard.type('x')
    await keepScreenshot(workbench.page, 'beside-others-reading')
    expect(theirs.text.toString()).toBe(`và mới: ${start}`)
  })
})
