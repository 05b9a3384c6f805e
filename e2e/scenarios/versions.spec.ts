import { keepScreenshot, launchBrowser } from '../browser.ts'
import { write } from '../documents.ts'
import { enterAs } from '../portal.ts'
import { startProduct } from '../product.ts'

it('[U1, U3, U6] is published by a steward in the portal, with the next number offered, and read by everybody', async () => {
  const [product, browser] = await Promise.all([startProduct({ isDemo: true }), launchBrowser()])
  try {
    const address = `${product.url}/databases/dan-cu/documents/cong-dan.schema.yaml`
    const { page: dung, complaints } = await enterAs(browser, product, 'dung')
    await dung.goto(address)
    const panel = dung.locator('section', { hasText: 'Bản phát hành' }).last()
    await panel.getByText('Tài liệu này chưa có bản phát hành nào.').waitFor()
    await panel.getByRole('button', { name: 'Phát hành' }).click()
    const dialog = dung.getByRole('dialog')
    await dialog.getByLabel('Ghi chú (không bắt buộc)').fill('Bản đầu tiên để các bộ dựa vào')
    await keepScreenshot(dung, 'version-publishing')
    await dialog.getByRole('button', { name: 'Phát hành' }).click()
    await panel.getByText('1.0.0', { exact: true }).waitFor()
    await panel.getByText('Bản đầu tiên để các bộ dựa vào').waitFor()
    await dialog.waitFor({ state: 'detached' })
    await panel.getByRole('button', { name: 'Phát hành' }).click()
    await dialog.getByText('2.0.0: Không tương thích').click()
    await dialog.getByRole('button', { name: 'Phát hành' }).click()
    await dialog.getByText('Nội dung chưa có gì thay đổi kể từ bản 1.0.0.').waitFor()
    await keepScreenshot(dung, 'version-refused')
    await dialog.getByRole('button', { name: 'Hủy' }).click()
    await dialog.waitFor({ state: 'detached' })
    await write(product, 'cong-dan.schema.yaml', text =>
      text.insert(text.toString().indexOf('  - hoTen'), '  - tenGoiKhac\n'),
    )
    await panel.getByRole('button', { name: 'Phát hành' }).click()
    await dialog.getByText('Thay đổi này phá vỡ bản 1.0.0').waitFor()
    expect(await dialog.getByRole('radio', { disabled: true }).count()).toBe(2)
    expect(await dialog.getByRole('radio', { checked: true }).getAttribute('value')).toBe('2.0.0')
    await keepScreenshot(dung, 'version-breaking')
    await dialog.getByRole('button', { name: 'Phát hành' }).click()
    await panel.getByText('2.0.0', { exact: true }).waitFor()
    const chi = await enterAs(browser, product, 'chi')
    await chi.page.goto(address)
    const seen = chi.page.locator('section', { hasText: 'Bản phát hành' }).last()
    await seen.getByText('1.0.0', { exact: true }).waitFor()
    expect(await seen.getByRole('button', { name: 'Phát hành' }).count()).toBe(0)
    await keepScreenshot(chi.page, 'version-published')
    // The browser itself reports the one refusal.
    expect(complaints.filter(words => !words.includes('422'))).toEqual([])
  } finally {
    await browser.close()
    await product.stop()
  }
})
