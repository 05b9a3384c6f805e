import { CreatedToken, SignedIn } from '@lienthong/protocol'
import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { lastingPerson } from '../people.ts'
import { type DemoPerson, type RunningProduct, startProduct } from '../product.ts'
import { openStage, type Seat, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import { killExtensionHosts } from '../vscode/extension-hosts.ts'
import type { Workbench } from '../vscode/workbench.ts'

const path = 'chua-gui.schema.yaml'
const text = 'type: object\n'

let stage: Stage
let seat: Seat
let window: Workbench
let product: RunningProduct
let documentId: string
let lasting: DemoPerson

/** Takes a seat before the document, signed in with this token as people are: VS Code keeps it. */
async function sitDown(person: DemoPerson): Promise<void> {
  seat = await stage.seat(person.username, { settings: { 'lienthong.demoToken': '' } })
  window = await seat.open('dan-cu')
  await window.status(/sign in/).waitFor()
  await signInWith(person.token)
  await window.openFile(path)
  await window.status(/Saved/).waitFor()
}

beforeAll(async () => {
  stage = await openStage()
  product = stage.product
  lasting = await lastingPerson(product, 'an')
  documentId = await createDocument(product, lasting.token, { path, text })
  await sitDown(await product.person('an'))
})
afterAll(async () => {
  await product.stop()
  await stage?.close()
})

describe('words that the server does not have yet', () => {
  it('[E6] are sent after signing in again as the same person', async () => {
    const { token, revoke } = await personalToken()
    await signInWith(token)
    await window.command('Liên Thông: Reconnect')
    await revoke()
    await window.page.getByText('The token is not valid, or was revoked.').first().waitFor()
    await typeAtEnd('tram: giữ lại')
    await window.status(/Sign in again: \d+ unsent/).waitFor()
    await keepScreenshot(window.page, 'unsent-refused')
    await signInWith(seat.person.token)
    await window.status(/Saved/).waitFor()
    await until('the words on the server', async () => (await storedText()).includes('tram: giữ lại'))
    expect(await window.visibleText(path)).toContain('tram: giữ lại')
  })

  it('[E6] cannot be written where nothing would keep them, until the document is open', async () => {
    await window.page.close()
    await sitDown(lasting)
    await product.process.kill()
    await window.status(/Offline: as of .*, kept/).waitFor()
    await seat.vscode.forgetDocuments()
    await killExtensionHosts()
    await window.status(/Not open: reading only/).waitFor({ timeout: 60_000 })
    await window.lock.waitFor()
    await typeAtEnd('lac: mất')
    await keepScreenshot(window.page, 'unsent-not-open')
    expect(await window.visibleText(path)).not.toContain('lac: mất')
    product = await startProduct({ dataDir: stage.product.dataDir, port: stage.product.port })
    await window.status(/Saved/).waitFor({ timeout: 60_000 })
    await window.lock.waitFor({ state: 'detached' })
    await window.page.keyboard.press('Escape')
    await typeAtEnd('lai: viết tiếp')
    await until('the words on the server', async () => (await storedText()).includes('lai: viết tiếp'))
  })

  it('[E6] are kept in a new document when the account is left', async () => {
    await product.process.kill()
    await window.status(/Offline/).waitFor()
    await typeAtEnd('cuoi: chưa gửi')
    await window.status(/Offline: \d+ unsent/).waitFor()
    await window.command('Liên Thông: Sign Out')
    const question = window.page.locator('.monaco-dialog-box')
    await question.getByText('is not on the server yet').waitFor()
    await keepScreenshot(window.page, 'unsent-question')
    await question.getByRole('button', { name: 'Keep Them in New Documents' }).click()
    await until('the kept words', async () =>
      (await window.visibleText('untitled:')).includes('cuoi: chưa gửi'),
    )
    await keepScreenshot(window.page, 'unsent-kept')
  })
})

/** Presses the keys at the document's end; whether they do anything is the editor's to say. */
async function typeAtEnd(words: string): Promise<void> {
  await window.focusEditor(path)
  await window.page.keyboard.press('Control+End')
  await window.page.keyboard.type(words, { delay: 10 })
  await window.page.keyboard.press('Enter')
}

async function signInWith(token: string): Promise<void> {
  await window.command('Liên Thông: Sign In with a Personal Token')
  await window.answer('Personal access token', token)
}

async function storedText(): Promise<string> {
  const answer = await call('GET', `/documents/${documentId}/text`, lasting.token)
  return answer.text()
}

/** Only a session may make a token: the person's one-time link opens one. */
async function personalToken() {
  const { accessToken } = SignedIn.parse(
    await (await call('POST', `/sign-in-links/${seat.person.link.split('/').at(-1)}`, undefined, {})).json(),
  )
  const made = await call('POST', '/tokens', accessToken, { name: 'VS Code' })
  const { id, token } = CreatedToken.parse(await made.json())
  return {
    token,
    revoke: () => call('DELETE', `/tokens/${id}`, accessToken),
  }
}

function call(method: string, address: string, token?: string, body?: unknown): Promise<Response> {
  return fetch(`${product.url}/api/v1${address}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
