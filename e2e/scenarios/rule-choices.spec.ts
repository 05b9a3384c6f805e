import { keepScreenshot, launchBrowser } from '../browser.ts'
import { enterAs } from '../portal.ts'
import { startProduct } from '../product.ts'

it('[X1, X2, X4] chooses rules for a database in the portal, and open documents follow at once', async () => {
  const [product, browser] = await Promise.all([startProduct({ isDemo: true }), launchBrowser()])
  try {
    const { page: an, complaints } = await enterAs(browser, product, 'an')
    await an.goto(`${product.url}/databases/dan-cu/documents/cong-dan.schema.yaml`)
    const findings = an.locator('section', { hasText: 'Phát hiện của bộ quy tắc' }).last()
    await findings.getByText('schema-core/required-exists').waitFor()
    const { page: quan, complaints: quans } = await enterAs(browser, product, 'quan')
    await quan.goto(`${product.url}/databases/dan-cu`)
    const panel = quan.locator('section', { hasText: 'Quy tắc áp dụng' }).last()
    await panel.getByRole('button', { name: 'Chọn quy tắc' }).click()
    const dialog = quan.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Thêm quy tắc' }).click()
    await dialog.getByRole('combobox', { name: 'Quy tắc' }).fill('required-exists')
    await quan.keyboard.press('Enter')
    await keepScreenshot(quan, 'rule-choices-choosing')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await panel.getByText('schema-core/required-exists').waitFor()
    await findings.getByText('schema-core/required-exists').waitFor({ state: 'detached' })
    await findings.getByText('schema-core/ref-resolves').waitFor()
    await keepScreenshot(quan, 'rule-choices-chosen')
    await an.goto(`${product.url}/databases/dan-cu`)
    const seen = an.locator('section', { hasText: 'Quy tắc áp dụng' }).last()
    await seen.getByText('schema-core/required-exists').waitFor()
    expect(await seen.getByRole('button', { name: 'Chọn quy tắc' }).count()).toBe(0)
    expect([...complaints, ...quans]).toEqual([])
  } finally {
    await browser.close()
    await product.stop()
  }
})
