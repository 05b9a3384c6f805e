import { createDocument } from '../documents.ts'
import { openStage, type Stage } from '../stage.ts'
import { pause, until } from '../until.ts'
import { Workbench } from '../vscode/workbench.ts'

const path = 'khong-cham.schema.yaml'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

describe('a document in a window without a folder', () => {
  it('[E9] carries no dot of unsaved changes while others type', async () => {
    const [an, binh] = await Promise.all([stage.seat('an'), stage.seat('binh')])
    await createDocument(stage.product, an.person.token, { path, text: 'type: object\n' })
    const reader = await Workbench.open(binh.context, `${binh.vscode.origin}/?ew=true`)
    await reader.status(/Liên Thông\s*$/).waitFor()
    await reader.command('Liên Thông: Open Document')
    await reader.page.locator('.quick-input-widget .quick-input-filter input').fill(path)
    await reader.page.locator('.quick-input-list .monaco-list-row', { hasText: path }).first().click()
    await reader.status(/Saved/).waitFor()
    const writer = await an.open('dan-cu', path)
    await writer.status(/Saved/).waitFor()
    await writer.focusEditor(path)
    await writer.page.keyboard.type('# mới ', { delay: 30 })
    await until('the words', async () => (await reader.visibleText(path)).includes('# mới'))
    const dots = reader.page.locator('.tabs-container .tab.dirty')
    await until('no dot', async () => (await dots.count()) === 0)
    await reader.focusEditor(path)
    await reader.page.keyboard.type('# tôi ', { delay: 30 })
    await until('the dot to go again', async () => (await dots.count()) === 0)
    // Saved a second after what was typed: some of these letters fall into the moment in which that is under way.
    for (let lateMs = 1_003; lateMs <= 1_030; lateMs += 3) {
      await reader.page.keyboard.type('a')
      await pause(lateMs)
      await reader.page.keyboard.type('b')
      await until('the dot to go after a letter while saving', async () => (await dots.count()) === 0)
    }
  })
})
