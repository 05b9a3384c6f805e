import { keepScreenshot } from '../browser.ts'
import { openStage, type SeatOptions, type Stage } from '../stage.ts'
import { until } from '../until.ts'
import type { Workbench } from '../vscode/workbench.ts'

const path = 'cong-dan.schema.yaml'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

describe.each<{ host: NonNullable<SeatOptions['host']> }>([{ host: 'node' }, { host: 'web' }])(
  'two people in one schema, extension in the $host host',
  ({ host }) => {
    let an: Workbench
    let binh: Workbench

    beforeAll(async () => {
      const seats = await Promise.all([stage.seat('an', { host }), stage.seat('binh', { host })])
      const [first, second] = await Promise.all(seats.map(seat => seat.open('dan-cu', path)))
      if (!first || !second) throw new Error('two seats were asked for')
      an = first
      binh = second
      await Promise.all(
        [an, binh].map(w => until('the schema', async () => (await w.visibleText(path)).includes('$schema'))),
      )
    })
    afterAll(() => Promise.all([an.page.close(), binh.page.close()]))

    it('shows what one types on the other’s screen, with the name beside the caret', async () => {
      await an.focusEditor(path)
      await an.page.keyboard.press('Control+Home')
      await an.page.keyboard.type(`# An viết ở ${host}`, { delay: 30 })
      await an.page.keyboard.press('Enter')
      await until('the words at Bình', async () =>
        (await binh.visibleText(path)).includes(`# An viết ở ${host}`),
      )
      await keepScreenshot(binh.page, `together-${host}-binh`)
      await keepScreenshot(an.page, `together-${host}-an`)
    })

    it('undoes one’s own words only', async () => {
      await binh.focusEditor(path)
      await binh.page.keyboard.press('Control+Home')
      await binh.page.keyboard.type('# Bình', { delay: 30 })
      await until('Bình’s words at An', async () => (await an.visibleText(path)).includes('# Bình'))
      await an.focusEditor(path)
      for (let i = 0; i < 12; i++) await an.page.keyboard.press('Control+z')
      await until(
        'An’s words to go',
        async () => !(await binh.visibleText(path)).includes(`An viết ở ${host}`),
      )
      expect(await binh.visibleText(path)).toContain('# Bình')
      await binh.focusEditor(path)
      for (let i = 0; i < 4; i++) await binh.page.keyboard.press('Control+z')
      await until('Bình’s words to go', async () => !(await an.visibleText(path)).includes('# Bình'))
    })

    it('shows the same findings to both', async () => {
      const findings = (w: Workbench) => w.page.locator('.squiggly-error, .squiggly-warning').count()
      await until('findings at An', async () => (await findings(an)) > 0)
      await until('findings at Bình', async () => (await findings(binh)) > 0)
      await an.command('Problems: Focus on Problems View')
      await an.page.locator('.markers-panel .monaco-list-row').first().waitFor()
      await keepScreenshot(an.page, `findings-${host}`)
    })
  },
)
