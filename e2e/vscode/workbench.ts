import type { BrowserContext, Locator, Page } from 'playwright-core'
import { pause, until } from '../until.ts'

/** One VS Code window in a browser, driven as a person would. */
export class Workbench {
  private constructor(readonly page: Page) {}

  /** Opens a window and waits until the workbench stands and its extensions are loaded. */
  static async open(context: BrowserContext, address: string): Promise<Workbench> {
    const workbench = new Workbench(await context.newPage())
    await workbench.page.goto(address)
    await workbench.whenLoaded()
    return workbench
  }

  /** After the window was opened, or opens another folder. */
  async whenLoaded(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 })
    await this.page.waitForFunction(
      () =>
        ['code/didStartWorkbench', 'code/didLoadExtensions'].every(
          mark => performance.getEntriesByName(mark).length > 0,
        ),
      null,
      { timeout: 60_000 },
    )
  }

  /** Runs a command of the palette by its label. */
  async command(label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-filter input')
    await until(
      'the command palette',
      async () => {
        if (await input.isVisible()) return true
        await this.page.keyboard.press('F1')
        await pause(150)
        return input.isVisible()
      },
      { everyMs: 100 },
    )
    await input.fill(`>${label}`)
    const row = this.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).first()
    await row.waitFor({ timeout: 15_000 })
    await row.click()
  }

  /** Answers an input box or a pick. Waits for the prompt's own words, as VS Code uses one widget for all of them. */
  async answer(prompt: string, value: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget', { hasText: prompt })
    await widget.waitFor({ timeout: 15_000 })
    await widget.locator('.quick-input-filter input, .quick-input-box input').first().fill(value)
    await this.page.keyboard.press('Enter')
    await widget.waitFor({ state: 'hidden', timeout: 15_000 })
  }

  /** Takes what fits best of a list, once it is there: it may still be on its way when the list is shown. */
  async pick(prompt: string, value: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget', { hasText: prompt })
    await widget.locator('.monaco-list-row').first().waitFor()
    await this.answer(prompt, value)
  }

  /** Opens a file of the window's folder through quick open. */
  async openFile(name: string): Promise<void> {
    await this.page
      .locator(`.explorer-folders-view .monaco-list-row[aria-label*="${name}"]`)
      .first()
      .dblclick()
    await this.editor(name).waitFor({ timeout: 20_000 })
  }

  editor(name: string): Locator {
    return this.page.locator(`.editor-instance .monaco-editor[data-uri*="${name}"]`).first()
  }

  /** The lines that are rendered, top to bottom. Only visible lines exist: assert long texts through the document. */
  async visibleText(name: string): Promise<string> {
    return this.editor(name)
      .locator('.view-lines')
      .first()
      .evaluate(lines =>
        [...lines.querySelectorAll<HTMLElement>('.view-line')]
          .sort((a, b) => Number.parseInt(a.style.top, 10) - Number.parseInt(b.style.top, 10))
          .map(line => (line.textContent ?? '').replace(/\u00a0/g, ' '))
          .join('\n'),
      )
  }

  /** The whole text of the editor that has the keyboard, also what is not drawn: as it is copied. */
  async copiedText(): Promise<string> {
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.press('Control+c')
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** The lock on the tab in front, of an editor that takes no keys. */
  get lock(): Locator {
    return this.page.locator('.tab.active [class*=monaco-decoration-iconBadge]').first()
  }

  /** Puts the keyboard into an editor. A raw click: a locator's click on the huge line container hangs now and then. */
  async focusEditor(name: string): Promise<void> {
    const editor = this.editor(name)
    const hasFocus = () => editor.evaluate(e => e.classList.contains('focused'))
    await until(
      `focus in ${name}`,
      async () => {
        if (await hasFocus()) return true
        const box = await editor.locator('.editor-scrollable').first().boundingBox()
        if (box) await this.page.mouse.click(box.x + 40, box.y + 8)
        await pause(100)
        return hasFocus()
      },
      { everyMs: 100 },
    )
  }

  /** Moves the caret to a line and column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.page.keyboard.press('Control+g')
    const input = this.page.locator('.quick-input-widget .quick-input-filter input')
    await input.waitFor()
    await input.fill(`:${line}:${column}`)
    await this.page.keyboard.press('Enter')
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' })
  }

  /** A status bar entry by a part of its text. */
  status(text: string | RegExp): Locator {
    return this.page.locator('.part.statusbar .statusbar-item', { hasText: text }).first()
  }
}
