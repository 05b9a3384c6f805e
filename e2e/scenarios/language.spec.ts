import { keepScreenshot } from '../browser.ts'
import { createDocument, textOf } from '../documents.ts'
import { openStage, type SeatOptions, type Stage } from '../stage.ts'
import { until } from '../until.ts'

const path = 'ho-so.schema.yaml'
const text = `$schema: https://json-schema.org/draft/2020-12/schema
$id: https://lienthong.example/dan-cu/ho-so.schema.yaml
title: Hồ sơ
description: Theo REQ-DC-003 và Điều 5 Nghị định 278/2025/NĐ-CP.
type: object
properties:
  nguoiNop:
    $ref: 'cong-dan.schema.yaml#/$defs/HoTen'
  noiNop:
    $ref: '#/$defs/NoiNop'
$defs:
  NoiNop:
    description: Cơ quan nhận hồ sơ.
    type: object
    properties:
      coQuan: { type: string }
`

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
  const { token } = await stage.product.person('an')
  await createDocument(stage.product, token, { path, text })
})
afterAll(() => stage?.close())

describe.each<{ host: NonNullable<SeatOptions['host']> }>([{ host: 'node' }, { host: 'web' }])(
  'language features, extension in the $host host',
  ({ host }) => {
    it('[E21, E22, E23, E24] outline, definition, hover and completion', async () => {
      const an = await stage.seat('an', { host, settings: { 'editor.hover.delay': 100 } })
      const window = await an.open('dan-cu', path)
      const { page } = window
      await window.status(/Saved/).waitFor()
      await window.command('Explorer: Focus on Outline View')
      const outline = page.locator('.outline-pane')
      await outline.locator('.monaco-list-row', { hasText: 'NoiNop' }).first().waitFor()
      await keepScreenshot(page, `language-outline-${host}`)
      for (const name of ['nguoiNop', 'noiNop'])
        expect(await outline.locator('.monaco-list-row', { hasText: name }).count()).toBeGreaterThan(0)

      await window.focusEditor(path)
      await window.goTo(4, 50)
      const hover = page
        .locator('.monaco-hover:not(.hidden)', { hasText: 'Nghị định 278/2025/NĐ-CP' })
        .first()
      await until(
        'a hover',
        async () => {
          if (await hover.isVisible()) return true
          await window.command('Show or Focus Hover')
          return hover.isVisible()
        },
        { everyMs: 1_000 },
      )
      await keepScreenshot(page, `language-hover-${host}`)
      await page.keyboard.press('Escape')

      await window.goTo(8, 30)
      await page.keyboard.press('F12')
      const target = window.editor('cong-dan.schema.yaml')
      await target.waitFor()
      await until('the definition in view', async () =>
        (await window.visibleText('cong-dan.schema.yaml')).includes('HoTen:'),
      )
      await keepScreenshot(page, `language-definition-${host}`)

      await window.openFile(path)
      await window.focusEditor(path)
      await window.goTo(16, 31)
      await page.keyboard.press('Control+End')
      await page.keyboard.type("  Khac:\n$ref: 'cong", { delay: 30 })
      const proposal = page
        .locator('.suggest-widget .monaco-list-row', { hasText: /^HoTen\s*cong-dan/ })
        .first()
      await until(
        'a proposal',
        async () => {
          if (await proposal.isVisible()) return true
          await page.keyboard.press('Control+Space')
          return proposal.isVisible()
        },
        { everyMs: 1_500 },
      )
      await keepScreenshot(page, `language-completion-${host}`)
      await proposal.click()
      await until('the completed reference', async () =>
        (await window.visibleText(path)).includes("$ref: 'cong-dan.schema.yaml#/$defs/"),
      )
    })

    it('[V45, V46] what plugins explain and propose', async () => {
      const an = await stage.seat('an', { host, settings: { 'editor.hover.delay': 100 } })
      const own = `giay-to-${host}.schema.yaml`
      const { token } = await stage.product.person('an')
      await createDocument(stage.product, token, {
        path: own,
        text: '$schema: https://json-schema.org/draft/2020-12/schema\nproperties:\n  soCccd:\n    type: string\n',
      })
      const window = await an.open('dan-cu', own)
      const { page } = window
      await window.status(/Saved/).waitFor()
      await window.focusEditor(own)
      await window.goTo(3, 5)
      const hover = page.locator('.monaco-hover:not(.hidden)', { hasText: 'char(12)' }).first()
      await until(
        'a hover of a plugin',
        async () => {
          if (await hover.isVisible()) return true
          await window.command('Show or Focus Hover')
          return hover.isVisible()
        },
        { everyMs: 1_000 },
      )
      await keepScreenshot(page, `plugin-hover-${host}`)
      await page.keyboard.press('Escape')

      await window.goTo(4, 17)
      await page.keyboard.type('\npattern: ', { delay: 30 })
      const proposal = page.locator('.suggest-widget .monaco-list-row', { hasText: '^[0-9]{12}$' }).first()
      await until(
        'a proposal of a plugin',
        async () => {
          if (await proposal.isVisible()) return true
          // In a list that is open already the keys ask for nothing new.
          await page.keyboard.press('Escape')
          await page.keyboard.press('Control+Space')
          return proposal.isVisible()
        },
        { everyMs: 1_500 },
      )
      await keepScreenshot(page, `plugin-completion-${host}`)
      await proposal.click()
      await until('the completed pattern', async () =>
        (await window.visibleText(own)).includes('pattern: ^[0-9]{12}$'),
      )
    })

    it('[E25] renames a definition in a document that is open and in one that is not', async () => {
      const binh = await stage.seat('an', { host })
      const { token } = await stage.product.person('an')
      const defining = `nguon-${host}.schema.yaml`
      const referring = `dung-${host}.schema.yaml`
      const ids = {
        defining: await createDocument(stage.product, token, {
          path: defining,
          text: "title: Nguồn\nproperties:\n  a: { $ref: '#/$defs/TenCu' }\n$defs:\n  TenCu: { type: string }\n",
        }),
        referring: await createDocument(stage.product, token, {
          path: referring,
          text: `title: Dùng\nproperties:\n  b: { $ref: '${defining}#/$defs/TenCu' }\n`,
        }),
      }
      const window = await binh.open('dan-cu', defining)
      await window.status(/Saved/).waitFor()
      await window.focusEditor(defining)
      await window.goTo(5, 4)
      const box = window.page.locator('.rename-box input')
      await until(
        'the box for the new name',
        async () => {
          if (await box.isVisible()) return true
          await window.page.keyboard.press('F2')
          return box.isVisible()
        },
        { everyMs: 1_000 },
      )
      await box.fill('TenMoi')
      await keepScreenshot(window.page, `language-rename-${host}`)
      await window.page.keyboard.press('Enter')
      await until('the new name in both documents', async () => {
        const texts = await Promise.all(Object.values(ids).map(id => textOf(stage.product, token, id)))
        return texts.every(text => text.includes('TenMoi') && !text.includes('TenCu'))
      })
      expect(await textOf(stage.product, token, ids.referring)).toBe(
        `title: Dùng\nproperties:\n  b: { $ref: '${defining}#/$defs/TenMoi' }\n`,
      )
      await keepScreenshot(window.page, `language-renamed-${host}`)
    })

    it('[E23, E26] explains a finding by its rule, and fixes all that can be fixed', async () => {
      const { token } = await stage.product.person('an')
      const wrong = `sai-${host}.schema.yaml`
      const lines = [
        '$schema: https://json-schema.org/draft/2020-12/schema',
        'title: Hồ sơ',
        'properties:',
        '  tieuDe: { type: string, desciption: Tiêu đề hồ sơ }',
        '  ghiChu: { type: string, desciption: Lời ghi thêm }',
        '',
      ]
      const id = await createDocument(stage.product, token, { path: wrong, text: lines.join('\n') })
      const an = await stage.seat('an', { host })
      const window = await an.open('dan-cu', wrong)
      const { page } = window
      await page.locator('.squiggly-error, .squiggly-warning').first().waitFor()
      await window.focusEditor(wrong)
      await window.goTo(4, 28)
      const hover = page
        .locator('.monaco-hover:not(.hidden)', { hasText: 'schema-core/unknown-keyword' })
        .first()
      await until(
        'the explanation',
        async () => {
          if ((await hover.isVisible()) && (await hover.locator('strong').count()) > 0) return true
          await window.command('Show or Focus Hover')
          return false
        },
        { everyMs: 1_000 },
      )
      await keepScreenshot(page, `language-explained-${host}`)
      await page.keyboard.press('Escape')
      await window.focusEditor(wrong)
      await window.command('Fix All')
      const stored = () => textOf(stage.product, token, id)
      await until('everything fixed', async () => !(await stored()).includes('desciption'))
      expect((await stored()).match(/description:/g)?.length).toBe(2)
      await window.focusEditor(wrong)
      await page.keyboard.press('Control+z')
      await until('all of it taken back at once', async () => (await stored()) === lines.join('\n'))
    })
  },
)
