import type { Browser, Page } from 'playwright-core'
import { keepScreenshot, launchBrowser } from '../browser.ts'
import { enterAs } from '../portal.ts'
import { type RunningProduct, startProduct } from '../product.ts'
import { until } from '../until.ts'

const pages = [
  ['overview', '/'],
  ['inventory', '/databases'],
  ['database', '/databases/dan-cu'],
  ['document', '/databases/dan-cu/documents/cong-dan.schema.yaml'],
  ['specification', '/databases/dan-cu/documents/dac-ta.md'],
  ['directives', '/directives'],
  ['directive', '/directives/ND-278-2025'],
  ['organisations', '/organisations'],
  ['indicators', '/indicators'],
  ['rooms', '/rooms'],
  ['plugins', '/plugins'],
  ['plugin', '/plugins/naming'],
  ['account', '/account'],
] as const

let product: RunningProduct
let browser: Browser

beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct({ isDemo: true }), launchBrowser()])
})
afterAll(async () => {
  await browser.close()
  await product.stop()
})

describe('in English and in the dark', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await enterAs(browser, product, 'an'))
  })
  afterAll(() => page.context().close())

  const accountMenu = (name: RegExp) => page.getByRole('button', { name }).click()

  it('speaks English from the next moment on, and after a reload', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('vi')
    await accountMenu(/^Tài khoản của/)
    await page.locator('.account-panel').getByText('English', { exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
  })

  it.each(pages)('says everything of its own in English: %s', async (name, path) => {
    await page.goto(product.url + path)
    await stands(page)
    await keepScreenshot(page, `portal-en-${name}`)
    expect(await unmarkedVietnamese(page)).toEqual([])
  })

  it('turns dark', async () => {
    await accountMenu(/^Account of/)
    await page.locator('.account-panel').getByText('Dark', { exact: true }).click()
    await until('a dark ground', async () => (await brightness(page)) < 60)
    await page.reload()
    await stands(page)
    expect(await brightness(page)).toBeLessThan(60)
  })

  it.each(pages)('looks right in the dark: %s', async (name, path) => {
    await page.goto(product.url + path)
    await stands(page)
    await keepScreenshot(page, `portal-dark-${name}`)
    expect(await brightness(page)).toBeLessThan(60)
  })
})

describe('on a phone 360 pixels wide', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await enterAs(browser, product, 'dung', { viewport: { width: 360, height: 740 } }))
  })
  afterAll(() => page.context().close())

  it.each(pages)('needs no scrolling sideways: %s', async (name, path) => {
    await page.goto(product.url + path)
    await stands(page)
    await keepScreenshot(page, `portal-360-${name}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })

  it('opens the navigation, goes somewhere and closes it', async () => {
    await page.goto(product.url)
    await page.getByRole('button', { name: 'Mở điều hướng' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('link', { name: 'Văn bản chỉ đạo' }).waitFor()
    await keepScreenshot(page, 'portal-360-navigation')
    await drawer.getByRole('link', { name: 'Văn bản chỉ đạo' }).click()
    await page.getByRole('heading', { level: 1, name: 'Văn bản chỉ đạo' }).waitFor()
    await until('the drawer to close', async () => !(await drawer.isVisible()))
  })
})

describe('by keyboard', () => {
  let page: Page
  beforeAll(async () => {
    ;({ page } = await enterAs(browser, product, 'quan'))
  })
  afterAll(() => page.context().close())

  it('skips to the content first of all', async () => {
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Đi thẳng đến nội dung')
    await keepScreenshot(page, 'portal-keyboard-skip')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  })

  it('reaches every place of the main navigation, sees where it is, and goes there', async () => {
    await page.goto(product.url)
    await stands(page)
    const reached: string[] = []
    for (let i = 0; i < 12 && reached.at(-1) !== 'Bộ quy tắc'; i++) {
      await page.keyboard.press('Tab')
      reached.push(await focused(page))
    }
    const places = ['Tổng quan', 'Cơ sở dữ liệu', 'Văn bản chỉ đạo', 'Đang soạn thảo', 'Chỉ tiêu']
    expect(reached).toEqual(expect.arrayContaining([...places, 'Cơ quan, địa phương', 'Bộ quy tắc']))
    await keepScreenshot(page, 'portal-keyboard-navigation')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Bộ quy tắc' }).waitFor()
  })

  it('opens the account menu, and Escape closes it', async () => {
    const button = page.getByRole('button', { name: /^Tài khoản của/ })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor({ state: 'hidden' })
  })
})

/** Everything that was asked for has been answered and is on the screen. */
async function stands(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await until(
    'the page to stand',
    async () => (await page.locator('.ant-spin, .ant-skeleton, [aria-busy=true]').count()) === 0,
  )
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? 'nothing')

/** Of the page's ground, 0 to 255. */
const brightness = (page: Page) =>
  page.evaluate(() => {
    const channels = getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []
    return Math.max(...channels.slice(0, 3).map(Number))
  })

/** The portal's own words: what is not a record, a document or a person's name. */
const ownWords =
  'button, label, dt, h2, th[scope=col], .lead, .hint, .note, .count, .badge, .unknown, nav.navigation a'

/** Those that are still Vietnamese on an English page, outside of what is marked as Vietnamese. */
const unmarkedVietnamese = async (page: Page) => {
  const people = (await product.people()).map(({ displayName }) => displayName)
  const texts = await page.locator(ownWords).evaluateAll(elements =>
    elements.flatMap(element => {
      const copy = element.cloneNode(true) as Element
      for (const marked of copy.querySelectorAll('[lang=vi]')) marked.remove()
      return element.closest('[lang]')?.getAttribute('lang') === 'en' ? [copy.textContent?.trim() ?? ''] : []
    }),
  )
  return texts.filter(text => {
    const without = people.reduce((rest, name) => rest.replace(name, ''), text)
    return /[ăđơưạ-ỹ]/i.test(without)
  })
}
