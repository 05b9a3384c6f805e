import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Action, ProtocolError } from '@lienthong/protocol'
import { createInstance } from 'i18next'
import { en } from '../language/en.ts'
import { vi } from '../language/vi.ts'
import { sayError } from './say-error.ts'

const speaking = async (language: 'vi' | 'en') => {
  const i18n = createInstance()
  await i18n.init({ lng: language, resources: { vi: { translation: vi }, en: { translation: en } } })
  return (code: ConstructorParameters<typeof ProtocolError>[0], params: Record<string, string>) =>
    sayError(i18n.t, new ProtocolError(code, params))
}

/** Every kind that the server's sources name in a refusal. */
const kindsOfServer = (): string[] => {
  const server = fileURLToPath(new URL('../../../server/src', import.meta.url))
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter(f => f.endsWith('.ts'))
  const text = sources.map(file => readFileSync(join(server, file), 'utf8')).join('\n')
  return [...text.matchAll(/'RECORD_NOT_FOUND', \{ kind: '([\w-]+)'/g)].map(([, kind]) => kind ?? '')
}

it('[P2] says actions and kinds of records in the reader’s language', async () => {
  const [inVietnamese, inEnglish] = [await speaking('vi'), await speaking('en')]
  expect(inVietnamese('RIGHT_MISSING', { action: 'document:edit' })).toContain('sửa tài liệu')
  expect(inEnglish('RECORD_NOT_FOUND', { kind: 'inventory-list', id: 'X' })).toBe('There is no list X.')
  expect(inVietnamese('RECORD_NOT_FOUND', { kind: 'directive', id: 'X' })).toBe(
    'Không tìm thấy văn bản chỉ đạo “X”.',
  )
  expect(inEnglish('RECORD_NOT_FOUND', { kind: 'tomorrow', id: 'X' })).toBe('There is no tomorrow X.')
})

it('[P2] has a word for every action and every kind that the server may refuse', () => {
  const kinds = kindsOfServer()
  expect(kinds.length).toBeGreaterThan(10)
  expect(Object.keys(vi.term.kind)).toEqual(expect.arrayContaining(kinds))
  expect(Object.keys(vi.term.action)).toEqual(
    expect.arrayContaining(Action.options.map(action => action.replace(':', '-'))),
  )
})
