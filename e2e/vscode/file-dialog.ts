import { until } from '../until.ts'
import type { Workbench } from './workbench.ts'

/** Answers VS Code's own dialog for files and folders, which hears of nothing while it lists a folder. */
export const choosePath = async ({ page }: Workbench, title: string, path: string): Promise<void> => {
  const dialog = page.locator('.quick-input-widget', { hasText: title })
  await dialog.locator('.monaco-list-row').first().waitFor()
  await until(
    'the dialog to take the path',
    async () => {
      if (!(await dialog.isVisible())) return true
      await dialog.locator('.quick-input-box input').fill(path, { timeout: 1_000 })
      await dialog
        .getByRole('button', { name: /^(OK|Import|Export|Make It Here)$/ })
        .click({ timeout: 1_000 })
    },
    { everyMs: 500 },
  )
}
