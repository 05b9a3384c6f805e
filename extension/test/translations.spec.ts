import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Action, errorTable } from '@lienthong/protocol'

const folder = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(folder, path), 'utf8')
const json = (path: string): Record<string, string> => JSON.parse(read(path))

describe('the two languages of the extension', () => {
  it('[E1] has every text of the code in Vietnamese, and nothing besides', () => {
    const errors = Object.values(errorTable).map(({ text }) => text)
    const wanted = [...new Set([...textsOfCode(), ...errors])].sort()
    expect(Object.keys(json('l10n/bundle.l10n.vi.json')).sort()).toEqual(wanted)
  })

  it('[E1] keeps every placeholder of a text in its translation', () => {
    for (const [english, vietnamese] of Object.entries(json('l10n/bundle.l10n.vi.json')))
      expect({ english, names: placeholders(vietnamese) }).toEqual({ english, names: placeholders(english) })
  })

  it('[E1] has every text of package.json in both languages, and nothing besides', () => {
    const wanted = [
      ...new Set([...read('package.json').matchAll(/%([\w.]+)%/g)].map(([, key]) => key)),
    ].sort()
    expect(Object.keys(json('package.nls.json')).sort()).toEqual(wanted)
    expect(Object.keys(json('package.nls.vi.json')).sort()).toEqual(wanted)
  })

  it('[E1] has a name for every kind, action and confidence that the server speaks of', () => {
    const server = filesOf(join(folder, '../server/src'))
    const found = (pattern: RegExp) => new Set([...server.matchAll(pattern)].map(([, code]) => code ?? ''))
    const kinds = found(/(?:RECORD_NOT_FOUND', \{\s*kind: |requireAll\()'([\w-]+)'/g)
    const actions = found(/RIGHT_MISSING', \{\s*action: '([\w:-]+)'/g)
    const confidences = found(/"confidence": "([^"]+)"/g)
    expect(Math.min(kinds.size, actions.size, confidences.size)).toBeGreaterThan(1)
    const names = new Set(
      [...read('src/vscode/names.ts').matchAll(/'?([\w:-]+)'?: l10n\.t\(/g)].map(([, code]) => code),
    )
    expect([...kinds, ...actions, ...Action.options].filter(code => !names.has(code))).toEqual([])
    // A statement of several parts, "secondary (list) / unverified-low (owner)", is named by its weakest.
    const parts = [...confidences].flatMap(confidence => confidence.replace(/ \([^)]*\)/g, '').split(' / '))
    expect(parts.filter(code => !names.has(code))).toEqual([])
  })

  it('[E1] offers the same links in both languages', () => {
    const [english, vietnamese] = [json('package.nls.json'), json('package.nls.vi.json')]
    for (const key of Object.keys(english))
      expect({ key, links: links(vietnamese[key]) }).toEqual({ key, links: links(english[key]) })
  })
})

/** Literal texts of `l10n.t('…')` in the sources; a text that is not a literal could not be translated and fails here. */
const textsOfCode = (): string[] =>
  sources().flatMap(({ path, text }) =>
    [...text.matchAll(/\bl10n\.t\(\s*('(?:[^'\\]|\\.)*'|errorTable\[)?/g)].flatMap(([, literal]) => {
      if (literal === undefined) throw new Error(`${path}: l10n.t needs a literal text`)
      return literal.startsWith("'") ? [literal.slice(1, -1).replaceAll("\\'", "'")] : []
    }),
  )

/** Sources and seed, one after another. */
const filesOf = (path: string): string =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ts|json)$/.test(name))
    .map(name => readFileSync(join(path, name), 'utf8'))
    .join('\n')

const sources = (): { path: string; text: string }[] =>
  readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => ({ path, text: read(join('src', path)) }))

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

const links = (text: string | undefined): string[] =>
  [...(text ?? '').matchAll(/\(command:[\w.]+\)/g)].map(([link]) => link)
