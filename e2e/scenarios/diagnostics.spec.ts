import { keepScreenshot } from '../browser.ts'
import { createDocument } from '../documents.ts'
import { openStage, type SeatOptions, type Stage } from '../stage.ts'
import { until } from '../until.ts'

const path = 'chan-doan.schema.yaml'

let stage: Stage
let documentId: string
beforeAll(async () => {
  stage = await openStage()
  const { token } = await stage.product.person('an')
  documentId = await createDocument(stage.product, token, { path, text: 'type: object\n' })
})
afterAll(() => stage?.close())

describe.each<{ host: NonNullable<SeatOptions['host']> }>([{ host: 'node' }, { host: 'web' }])(
  'collecting diagnostics, extension in the $host host',
  ({ host }) => {
    it('[E18] tells of the open document without its text, its name or anybody’s', async () => {
      const an = await stage.seat('an', { host })
      const window = await an.open('dan-cu', path)
      await window.status(/Saved/).waitFor()
      await window.focusEditor(path)
      await window.page.keyboard.type('# bí mật ', { delay: 30 })
      await window.status(/Saved/).waitFor()
      const report = window.editor('untitled:')
      const shown = () => window.visibleText('untitled:')
      await until(
        'a report that knows what the server says',
        async () => {
          await window.command('Liên Thông: Collect Diagnostics')
          await report.waitFor()
          return (await shown()).includes('"serverHasWhatEditorShows": "same"')
        },
        { withinMs: 60_000, everyMs: 1_000 },
      )
      const text = await shown()
      await keepScreenshot(window.page, `diagnostics-${host}`)
      expect(text).toContain(`"documentId": "${documentId}"`)
      expect(text).toContain('"editorShowsDocument": true')
      expect(text).toContain(`"host": "${host === 'web' ? 'web worker' : 'node'}"`)
      expect(text).toContain(`"server": "${stage.product.url}"`)
      for (const secret of ['bí mật', 'type: object', path, an.person.token, an.person.displayName])
        expect(text).not.toContain(secret)
    })
  },
)
