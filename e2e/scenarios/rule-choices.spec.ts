import { RuleChoicesRecord } from '@lienthong/protocol'
import { RestClient } from '@lienthong/protocol/client'
import type { Locator } from 'playwright-core'
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

it('[X6] chooses options of a rule, and otherwise for some paths, in fields that its plugin describes', async () => {
  const [product, browser] = await Promise.all([startProduct({ isDemo: true }), launchBrowser()])
  try {
    const { page: quan, complaints } = await enterAs(browser, product, 'quan')
    await quan.goto(`${product.url}/databases/dan-cu`)
    const panel = quan.locator('section', { hasText: 'Quy tắc áp dụng' }).last()
    await panel.getByRole('button', { name: 'Chọn quy tắc' }).click()
    const dialog = quan.getByRole('dialog')
    const choose = async (within: Locator, rule: string) => {
      await within.getByRole('button', { name: 'Thêm quy tắc' }).last().click()
      await within.getByRole('combobox', { name: 'Quy tắc' }).last().fill(rule)
      await quan.getByTitle(rule).last().click()
    }
    const option = (within: Locator, name: string) => within.getByLabel(name, { exact: true }).last()
    await choose(dialog, 'compatibility/text-form')
    await option(dialog, 'mode').click()
    await quan.getByTitle('FULL_TRANSITIVE').click()
    await dialog.getByRole('button', { name: 'Thêm lựa chọn theo đường dẫn' }).click()
    const override = dialog.locator('fieldset')
    await override.getByLabel('Đường dẫn').fill('*.sql')
    await quan.keyboard.press('Enter')
    await choose(override, 'naming/length')
    await option(override, 'maxBytes').fill('30')
    await keepScreenshot(quan, 'rule-options-choosing')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await panel.getByText('mode: FULL_TRANSITIVE').waitFor()
    await panel.getByText('*.sql').first().waitFor()
    await panel.getByText('maxBytes: 30').waitFor()
    await keepScreenshot(quan, 'rule-options-chosen')
    const { token } = await product.person('quan')
    const client = new RestClient({ url: product.url, token: async () => token })
    const { choices } = await client.get('/databases/dan-cu/rules', RuleChoicesRecord)
    expect(choices).toEqual({
      rules: { 'compatibility/text-form': { severity: 'off', options: { mode: 'FULL_TRANSITIVE' } } },
      overrides: [
        { files: ['*.sql'], rules: { 'naming/length': { severity: 'off', options: { maxBytes: 30 } } } },
      ],
    })
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
    await product.stop()
  }
})
