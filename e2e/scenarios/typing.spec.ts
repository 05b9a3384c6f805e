import type { DocumentId } from '@lienthong/protocol'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { openStage, type Seat, type Stage } from '../stage.ts'
import { pause, until } from '../until.ts'

const runs = 5
const seconds = 25
const charactersPerSecond = 8
const remoteEditsPerSecond = 5

let stage: Stage
let seat: Seat

beforeAll(async () => {
  stage = await openStage()
  seat = await stage.seat('an')
})
afterAll(() => stage?.close())

/** What the person types: numbered words in lower case, so that a lost or doubled key shows. The remote writer uses capitals. */
const typed = Array.from(
  { length: (seconds * charactersPerSecond) / 5 },
  (_, i) => `k${String(i).padStart(3, '0')} `,
).join('')
const start = '# ghi chú: tài liệu đo\n'

describe('one person typing beside a remote writer', () => {
  it.each(Array.from({ length: runs }, (_, i) => i + 1))(
    '[B1, B3, B4] loses and doubles nothing, run %i',
    async run => {
      const path = `typing-${run}.schema.yaml`
      const documentId = await createDocument(stage.product, seat.person.token, {
        path,
        format: 'markdown',
        text: start,
      })
      const remote = await remoteWriter(documentId)
      const workbench = await seat.open('dan-cu', path)
      await until('the text in the editor', async () =>
        (await workbench.visibleText(path)).includes('ghi chú'),
      )
      await workbench.focusEditor(path)
      await workbench.page.keyboard.press('Control+End')

      const writing = remote.write(run)
      await workbench.page.keyboard.type(typed, { delay: 1000 / charactersPerSecond })
      const inserted = await writing
      await until(
        'both to settle',
        async () => withoutCapitals(remote.session.text.toString()) === start + typed,
      )
      const buffer = await until('the buffer to equal the document', async () => {
        const text = remote.session.text.toString()
        return (await workbench.visibleText(path)) === text && text
      })

      expect(withoutCapitals(buffer)).toBe(start + typed)
      expect(buffer.replace(/[^A-Z]/g, '')).toHaveLength(inserted)
      await keepScreenshot(workbench.page, `typing-${run}`)
      await workbench.page.close()
      await remote.close()
    },
  )
})

const withoutCapitals = (text: string) => text.replace(/[A-Z]/g, '')

async function remoteWriter(documentId: DocumentId) {
  const person = stage.people.find(p => p.username === 'binh')
  if (!person) throw new Error('the demo has no binh')
  const connection = new ServerConnection({ url: stage.product.url, token: async () => person.token })
  const session = connection.open(documentId)
  await session.ready
  return {
    session,
    write: async (seed: number) => {
      const random = randomFrom(seed)
      const edits = seconds * remoteEditsPerSecond
      for (let i = 0; i < edits; i++) {
        insertCapital(session, random)
        await pause(1000 / remoteEditsPerSecond)
      }
      await session.whenStored()
      return edits
    },
    close: async () => {
      await session.close()
      connection.close()
    },
  }
}

/** Anywhere: before, after and inside the words that are being typed. */
function insertCapital({ text }: DocumentSession, random: () => number): void {
  text.insert(Math.floor(random() * (text.length + 1)), String.fromCharCode(65 + Math.floor(random() * 26)))
}

/** Mulberry32: the same seed types the same edits again. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
