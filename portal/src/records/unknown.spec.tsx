import { errorTable, ProtocolError } from '@lienthong/protocol'
import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { changeLanguage, startLanguage } from '../language/language.ts'
import { sayError } from '../shell/say-error.ts'
import { ProvenanceFacts } from './provenance.tsx'
import { Known } from './unknown.tsx'
import { Validity } from './validity.tsx'

beforeAll(() => startLanguage('vi'))
afterEach(() => changeLanguage('vi'))

/** What a person reads, without the tags. */
const textOf = (element: React.ReactElement): string =>
  renderToStaticMarkup(element)
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')

it.each([null, undefined, '', '   '])('[P3] says that %j is not known', value => {
  expect(textOf(<Known value={value} />)).toBe('|Chưa rõ|')
})

it('[P3] shows what is known', () => {
  expect(textOf(<Known value="Bộ Công an" />)).toBe('Bộ Công an')
})

it('[P3] says it in English too', async () => {
  await changeLanguage('en')
  expect(textOf(<Known value={null} />)).toBe('|Not known|')
})

it('[P3] leaves no part of an unsourced record blank', () => {
  const provenance = { sources: [], confidence: null, asOf: null }
  expect(textOf(<ProvenanceFacts provenance={provenance} />)).toBe(
    '|Nguồn|Chưa rõ|Độ tin cậy|Chưa rõ|Thời điểm|Chưa rõ|',
  )
  expect(textOf(<Validity from={null} to={null} />)).toBe('|Chưa rõ|')
})

it('makes no link of a source whose address is not on the web', () => {
  const source = (url: string | null) => ({ key: 'k', title: 'Nguồn X', url })
  const html = (url: string | null) =>
    renderToStaticMarkup(
      <ProvenanceFacts provenance={{ sources: [source(url)], confidence: null, asOf: null }} />,
    )
  expect(html('https://example.vn/')).toContain('href="https://example.vn/"')
  expect(html('javascript:alert(1)')).not.toContain('href')
  expect(html(null)).toContain('Nguồn X')
})

it('[P2] fills the parameters of a refusal into its text', () => {
  expect(sayError(i18next.t, new ProtocolError('PASSWORD_WEAK', { minLength: 12 }))).toBe(
    'Mật khẩu cần ít nhất 12 ký tự.',
  )
  for (const code of Object.keys(errorTable)) {
    const error = ProtocolError.fromWire({ code, params: {} })
    expect(sayError(i18next.t, error)).not.toContain('error.')
  }
})
