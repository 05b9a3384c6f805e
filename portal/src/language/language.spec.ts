import { errorTable } from '@lienthong/protocol'
import { en } from './en.ts'
import { vi } from './vi.ts'

const flat = (texts: object, path = ''): [key: string, text: string][] =>
  Object.entries(texts).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + name, value]] : flat(Object(value), `${path}${name}.`),
  )
const placeholders = (text: string) => [...text.matchAll(/\{+\w+\}+/g)].map(([whole]) => whole).sort()

const vietnamese = new Map(flat(vi))
const english = new Map(flat(en))

it('[P1] has the same keys in both languages', () => {
  expect(vietnamese.size).toBeGreaterThan(200)
  expect([...english.keys()].sort()).toEqual([...vietnamese.keys()].sort())
})

it('[P1] has no empty text', () => {
  expect([...vietnamese, ...english].filter(([, text]) => text.trim() === '')).toEqual([])
})

it.each([...vietnamese])('[P1] %s has the same placeholders in both languages', (key, text) => {
  if (!key.startsWith('error.')) expect(placeholders(english.get(key) ?? '')).toEqual(placeholders(text))
})

it('[P1] is translated: apart from the product, no text is the same in both languages', () => {
  const same = [...vietnamese].filter(([key, text]) => english.get(key) === text).map(([key]) => key)
  expect(same).toEqual(['product.name'])
})

it.each(Object.entries(errorTable))('[P2] says %s in both languages', (code, { text }) => {
  const given = placeholders(text)
  for (const texts of [vietnamese, english]) {
    const said = texts.get(`error.${code}`) ?? ''
    expect(said).not.toBe('')
    expect(given).toEqual(expect.arrayContaining(placeholders(said)))
  }
})
