import { keepScreenshot } from '../browser.ts'
import { createDocument, textOf } from '../documents.ts'
import { Relay } from '../faults/relay.ts'
import { changeRoles } from '../people.ts'
import { openStage, type Seat, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import type { Workbench } from '../vscode/workbench.ts'

const seconds = 60
const charactersPerSecond = 8
const path = 'ba-nguoi.md'

/** The first two share a line, so that each key of the left one moves the right one; the third is far away. */
const start = 'An: | Bình: \nChi: \n'

/** Numbered words, so that a lost, doubled or misplaced key shows. */
const wordsOf = (letter: string): string =>
  Array.from(
    { length: (seconds * charactersPerSecond) / 5 },
    (_, at) => `${letter}${String(at).padStart(3, '0')} `,
  ).join('')
const words = { an: wordsOf('a'), binh: wordsOf('b'), chi: wordsOf('c') }

interface Typist {
  window: Workbench
  words: string
  begin: { line: number; column: number }
  /** Where the caret is when everybody has finished. */
  end: { line: number; column: number }
}

let stage: Stage
let stored: () => Promise<string>
let typists: Typist[]

beforeAll(async () => {
  stage = await openStage()
  const { product } = stage
  const [an, chi, quan] = await Promise.all(['an', 'chi', 'quan'].map(name => product.person(name)))
  if (!an || !chi || !quan) throw new Error('three people were asked for')
  await changeRoles(product, quan.token, chi, ['editor'])
  const documentId = await createDocument(product, an.token, { path, format: 'markdown', text: start })
  stored = () => textOf(product, an.token, documentId)
  const farAway = await Relay.to(product.port, { delayMs: 100 })
  const serverUrl = `http://127.0.0.1:${farAway.port}`
  const seats = [
    await stage.seat('an'),
    await stage.seat('binh'),
    await stage.seat('chi', { settings: { 'lienthong.serverUrl': serverUrl } }),
  ]
  const [first, second, third] = await Promise.all(seats.map(seat => opened(seat)))
  if (!first || !second || !third) throw new Error('three seats were taken')
  typists = [
    { window: first, words: words.an, ...carets(1, 5, words.an.length) },
    { window: second, words: words.binh, ...carets(1, 13, words.an.length + words.binh.length) },
    { window: third, words: words.chi, ...carets(2, 6, words.chi.length) },
  ]
})
afterAll(() => stage?.close())

describe('three people typing at once for a minute, one of them on a link of 100 ms', () => {
  it('[B1, B3, B4] loses and doubles nothing, and every caret stays where its person writes', async () => {
    for (const { window, begin } of typists) {
      await window.focusEditor(path)
      await window.goTo(begin.line, begin.column)
    }
    await Promise.all(
      typists.map(({ window, words }) =>
        window.page.keyboard.type(words, { delay: 1000 / charactersPerSecond }),
      ),
    )
    const text = `An: ${words.an}| Bình: ${words.binh}\nChi: ${words.chi}\n`
    await until('everything on disk', async () => expect(await stored()).toBe(text) === undefined)
    for (const [at, { window, end }] of typists.entries()) {
      await window.status(`Ln ${end.line}, Col ${end.column}`).waitFor()
      await keepScreenshot(window.page, `three-typists-${at}`)
      await until('the same in the editor', async () => (await window.copiedText()) === text)
    }
  }, 600_000)
})

async function opened(seat: Seat): Promise<Workbench> {
  const window = await seat.open('dan-cu', path)
  await window.status(/Saved/).waitFor({ timeout: 60_000 })
  return window
}

const carets = (line: number, column: number, moved: number): Pick<Typist, 'begin' | 'end'> => ({
  begin: { line, column },
  end: { line, column: column + moved },
})
