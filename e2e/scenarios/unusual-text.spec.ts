import { type DocumentSession, ServerConnection, selectionAt } from '@lienthong/protocol/client'
import { keepScreenshot } from '../browser.ts'
import { caretOf } from '../carets.ts'
import { createDocument } from '../documents.ts'
import { openStage, type Seat, type Stage } from '../stage.ts'
import { pause, until } from '../until.ts'
import type { Workbench } from '../vscode/workbench.ts'

let stage: Stage
let seat: Seat
let connection: ServerConnection
let token: string

beforeAll(async () => {
  stage = await openStage()
  ;({ token } = await stage.product.person('binh'))
  connection = new ServerConnection({ url: stage.product.url, token: async () => token })
  seat = await stage.seat('an')
})
afterAll(async () => {
  await connection?.close()
  await stage?.close()
})

/** A window of An's on a fresh document, and the same document in Bình's hands. */
const opened = async (path: string, text: string): Promise<{ an: Workbench; binh: DocumentSession }> => {
  const binh = connection.open(await createDocument(stage.product, token, { path, format: 'markdown', text }))
  await binh.ready
  const an = await seat.open('dan-cu', path)
  await an.status(/Saved/).waitFor()
  await an.focusEditor(path)
  return { an, binh }
}

describe('unusual texts in VS Code', () => {
  it('[B15] takes a line of 200 000 characters', async () => {
    const line = 'dữ liệu dân cư '.repeat(13_400)
    const { an, binh } = await opened('dong-dai.md', line)
    await an.page.keyboard.press('Control+Home')
    await an.page.keyboard.type('đầu ')
    await an.page.keyboard.press('Control+End')
    binh.text.insert(100_000, 'GIỮA')
    await an.page.keyboard.type('cuối')
    await until('both ends', () => /^đầu .*cuối$/.test(binh.text.toString()))
    expect(binh.text.toString().replace('GIỮA', '')).toBe(`đầu ${line}cuối`)
    await until('the caret at the end', () => caretOf(binh, 'Nguyễn Văn An') === binh.text.length)
    await until('the same text', async () => (await an.copiedText()) === binh.text.toString())
    await keepScreenshot(an.page, 'unusual-long-line')
    await an.page.close()
  })

  it('[B15] takes joined emoji and decomposed letters, typed, deleted and beside somebody else’s', async () => {
    const family = '👨\u200d👩\u200d👧'
    const decomposed = 'tie\u0302\u0301ng Vie\u0323\u0302t'
    const { an, binh } = await opened('chu-to-hop.md', `${family} ${decomposed}\n`)
    await an.goTo(1)
    await an.page.keyboard.press('ArrowRight')
    await until('the caret behind the family', () => caretOf(binh, 'Nguyễn Văn An') === family.length)
    binh.text.insert(0, family)
    await an.page.keyboard.insertText('👍🏽e\u0323')
    await until('both', () => binh.text.toString() === `${family}${family}👍🏽e\u0323 ${decomposed}\n`)
    const at = binh.text.toString().indexOf(' ')
    binh.presence.announce([selectionAt(binh.text, { anchor: at, head: at })], false)
    await an.page.keyboard.press('End')
    await an.page.keyboard.press('Backspace')
    await an.page.keyboard.insertText('t\u0323')
    await until('the end', () => binh.text.toString().endsWith('Vie\u0323\u0302t\u0323\n'))
    await until('the same text', async () => (await an.copiedText()) === binh.text.toString())
    await keepScreenshot(an.page, 'unusual-emoji')
    await an.page.close()
  })

  it('[B15, B7] composes a word while somebody writes beside it, and undoes it as a whole', async () => {
    const { an, binh } = await opened('bo-go.md', 'đầu\n\ncuối\n')
    await an.goTo(2)
    const keyboard = await an.page.context().newCDPSession(an.page)
    for (const [i, word] of ['t', 'ti', 'tie', 'tiê', 'tiên', 'tiêng', 'tiếng'].entries()) {
      await keyboard.send('Input.imeSetComposition', {
        text: word,
        selectionStart: word.length,
        selectionEnd: word.length,
      })
      binh.text.insert(i % 2 === 0 ? 0 : binh.text.length, `${i}`)
      await pause(60)
    }
    await keyboard.send('Input.insertText', { text: 'tiếng' })
    await until('the word', () => binh.text.toString() === '6420đầu\ntiếng\ncuối\n135')
    await until('the same on screen', async () => (await an.visibleText('bo-go.md')) === binh.text.toString())
    await keepScreenshot(an.page, 'unusual-composition')
    await an.page.keyboard.press('Control+z')
    await until('the word to go', () => binh.text.toString() === '6420đầu\n\ncuối\n135')
    await an.page.close()
  })
})

describe('one document in two editors of a window', () => {
  it('[E14] is one: typed in, drawn in and undone in either', async () => {
    const path = 'hai-cot.md'
    const { an, binh } = await opened(path, 'một\nhai\nba\n')
    await an.page.keyboard.press('Control+\\')
    const columns = an.page.locator(`.editor-instance .monaco-editor[data-uri*="${path}"]`)
    await columns.nth(1).waitFor()
    const focus = async (column: number) => {
      await an.page.keyboard.press(`Control+${column + 1}`)
      await until('focus', () => columns.nth(column).evaluate(editor => editor.classList.contains('focused')))
    }
    await focus(0)
    await an.page.keyboard.press('Control+Home')
    await an.page.keyboard.type('trái ')
    await focus(1)
    await an.page.keyboard.press('Control+End')
    await an.page.keyboard.type('phải')
    binh.text.insert(binh.text.toString().indexOf('hai'), 'BÌNH ')
    await until('all words once', () => binh.text.toString() === 'trái một\nBÌNH hai\nba\nphải')
    await until('the caret of the right one', () => caretOf(binh, 'Nguyễn Văn An') === binh.text.length)
    await focus(0)
    await until('the caret of the left one', () => caretOf(binh, 'Nguyễn Văn An') === 'trái '.length)
    const at = binh.text.toString().indexOf('hai')
    binh.presence.announce([selectionAt(binh.text, { anchor: at, head: at })], false)
    for (const column of [0, 1])
      await until('Bình’s name', () =>
        columns
          .nth(column)
          .evaluate(editor =>
            [...editor.querySelectorAll('.view-line span')].some(span =>
              getComputedStyle(span, '::before').content.includes('Trần Thị Bình'),
            ),
          ),
      )
    await keepScreenshot(an.page, 'two-columns')
    binh.text.insert('trái '.length, 'VÀO ')
    await until('Bình’s word', async () => (await an.visibleText(path)).startsWith('trái VÀO một'))
    await an.page.keyboard.press('Control+z')
    await until('the right word to go', () => binh.text.toString() === 'trái VÀO một\nBÌNH hai\nba\n')
    await focus(1)
    await an.page.keyboard.press('Control+z')
    await until('the left word to go', () => binh.text.toString() === 'VÀO một\nBÌNH hai\nba\n')
    const linesOf = (column: number) => columns.nth(column).locator('.view-lines').textContent()
    await until('the same in both', async () => (await linesOf(0)) === (await linesOf(1)))
    await an.page.close()
  })
})
