import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { changeRoles, lastingPerson } from '../people.ts'
import { type DemoPerson, type RunningProduct, startProduct } from '../product.ts'
import { openStage, type Seat, type SeatOptions, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import { killExtensionHosts } from '../vscode/extension-hosts.ts'
import { keepSecrets } from '../vscode/secrets.ts'
import type { Workbench } from '../vscode/workbench.ts'

let stage: Stage
let product: RunningProduct
let administrator: DemoPerson
let writers: Record<'node' | 'web', DemoPerson>
beforeAll(async () => {
  stage = await openStage()
  product = stage.product
  administrator = await lastingPerson(product, 'quan')
  writers = { node: await lastingPerson(product, 'an'), web: await lastingPerson(product, 'an') }
})
afterAll(async () => {
  await product.stop()
  await stage?.close()
})

describe.each<{ host: NonNullable<SeatOptions['host']> }>([{ host: 'node' }, { host: 'web' }])(
  'a person writes without a server and loses the window, extension in the $host host',
  ({ host }) => {
    const path = `mat-mang-${host}.schema.yaml`
    let an: DemoPerson
    let documentId: string
    let seat: Seat
    let window: Workbench

    beforeAll(async () => {
      an = writers[host]
      seat = await stage.seat(an.username, { host, settings: { 'lienthong.demoToken': '' } })
      await keepSecrets(seat.context)
      documentId = await createDocument(product, an.token, { path, text: 'type: object\n' })
      window = await seat.open('dan-cu')
      await window.status(/sign in/).waitFor()
      await window.command('Liên Thông: Sign In with a Personal Token')
      await window.answer('Personal access token', an.token)
      await window.openFile(path)
      await window.status(/Saved/).waitFor()
      await typeAtEnd(window, path, 'co-mang: có mạng')
      await until('the words on the server', async () => (await stored()).endsWith('có mạng\n'))
      await window.status(/Saved/).waitFor()
    })
    afterAll(() => window.page.close())

    const stored = async (): Promise<string> => {
      const headers = { authorization: `Bearer ${an.token}` }
      return (await fetch(`${product.url}/api/v1/documents/${documentId}/text`, { headers })).text()
    }

    /** The status is told before the words are drawn, and slow storage may bring words later than the rest. */
    const onScreen = (text: string) =>
      until('the text on screen', async () => expect(await window.visibleText(path)).toBe(text) === undefined)

    const everywhere = async (text: string): Promise<void> => {
      await until('the text on disk', async () => expect(await stored()).toBe(text) === undefined)
      await onScreen(text)
    }

    const unsent = async (): Promise<string> => (await window.status(/Offline/).textContent()) ?? ''

    /** Until the status bar says that every letter is kept: what is killed earlier may be lost, and it says that too. */
    const writeWithoutServer = async (words: string): Promise<void> => {
      // The answer to the last words with a server may have been lost with it.
      const before = Number(/(\d+) unsent/.exec(await unsent())?.[1] ?? 0)
      await typeAtEnd(window, path, words)
      const kept = `Offline: ${before + words.length + 1} unsent, kept`
      await until('all of them to be kept', async () => expect(await unsent()).toContain(kept) === undefined)
    }

    it('[E30] finds the words in the document again, once', async () => {
      await product.process.kill()
      await window.status(/Offline/).waitFor({ timeout: 30_000 })
      await writeWithoutServer('mat-mang: trên tàu hoả')
      await keepScreenshot(window.page, `offline-${host}-unsent`)
      await window.page.close()
      await killExtensionHosts()
      product = await startProduct({ dataDir: stage.product.dataDir, port: stage.product.port })
      expect(await stored()).not.toContain('trên tàu hoả')

      window = await seat.open('dan-cu', path)
      await window.status(/Saved/).waitFor({ timeout: 60_000 })
      const text = 'type: object\nco-mang: có mạng\nmat-mang: trên tàu hoả\n'
      await everywhere(text)
      await keepScreenshot(window.page, `offline-${host}-back`)
    })

    it('[E30] has them in the one document only, and writes on', async () => {
      expect(await window.editor('untitled:').count()).toBe(0)
      await typeAtEnd(window, path, 'lai: viết tiếp')
      await until('the next words on the server', async () => (await stored()).endsWith('lai: viết tiếp\n'))
      expect((await stored()).split('trên tàu hoả')).toHaveLength(2)
    })

    const restart = async (): Promise<void> => {
      await window.page.close()
      await killExtensionHosts()
      window = await seat.open('dan-cu', path)
    }

    const kept = /Offline: \d+ unsent, kept/

    it('[E30] finds the text and the words although there is still no server, writes on, and all of it arrives once', async () => {
      const before = await stored()
      await window.status(/Saved/).waitFor()
      await product.process.kill()
      await window.status(/Offline/).waitFor({ timeout: 30_000 })
      await writeWithoutServer('ham: trong hầm')
      await restart()
      await window.status(kept).waitFor({ timeout: 60_000 })
      await onScreen(`${before}ham: trong hầm\n`)
      await keepScreenshot(window.page, `offline-${host}-opened`)
      await writeWithoutServer('lai-ham: vẫn trong hầm')
      await restart()
      await window.status(kept).waitFor({ timeout: 60_000 })
      product = await startProduct({ dataDir: stage.product.dataDir, port: stage.product.port })
      await window.status(/Saved/).waitFor({ timeout: 60_000 })
      await everywhere(`${before}ham: trong hầm\nlai-ham: vẫn trong hầm\n`)
    })

    it('[E30] sees as of when the text is', async () => {
      const text = await stored()
      await product.process.kill()
      await window.status(/Offline: as of .*, kept/).waitFor({ timeout: 30_000 })
      await restart()
      await window.status(/Offline: as of .*\d:\d\d/).waitFor({ timeout: 60_000 })
      await onScreen(text)
      await keepScreenshot(window.page, `offline-${host}-as-of`)
    })

    it('[E6] is given a patch when the right to edit went meanwhile', async () => {
      await writeWithoutServer('muon: quá muộn')
      await window.page.close()
      await killExtensionHosts()
      product = await startProduct({ dataDir: stage.product.dataDir, port: stage.product.port })
      const before = await stored()
      await changeRoles(product, administrator.token, an, ['viewer'])
      window = await seat.open('dan-cu', path)
      await window.editor('untitled:').waitFor({ timeout: 60_000 })
      await until('the patch', async () =>
        (await window.visibleText('untitled:')).includes('+muon: quá muộn'),
      )
      await window.openFile(path)
      await window.status(/Stuck: \d+ not saved/).waitFor()
      await keepScreenshot(window.page, `offline-${host}-patch`)
      expect(await stored()).toBe(before)
    })

    it('[E6] finds the words in a new document when the right to read went too', async () => {
      await window.page.close()
      await killExtensionHosts()
      await changeRoles(product, administrator.token, an, [])
      window = await seat.open('dan-cu', path)
      const tab = window.page.locator('.tab', { hasText: 'type: object' })
      await tab.first().click({ timeout: 60_000 })
      await until('the words', async () =>
        (await window.visibleText('untitled:')).includes('\nmuon: quá muộn'),
      )
      await keepScreenshot(window.page, `offline-${host}-gone`)
    })
  },
)

async function typeAtEnd(window: Workbench, path: string, words: string): Promise<void> {
  await window.focusEditor(path)
  await window.page.keyboard.press('Control+End')
  await window.page.keyboard.type(words, { delay: 10 })
  await window.page.keyboard.press('Enter')
}
