import { type ParseError, parseTree } from 'jsonc-parser'
import { randomFrom } from '../../test/random.ts'
import { readJson } from './json-model.ts'
import { splitJson } from './json-split.ts'
import { type DocumentModel, syntaxUnitId } from './unit.ts'

const schema = JSON.stringify(
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Hồ sơ "chính" {không} [đóng]',
    properties: { a: { $ref: '#/$defs/A' } },
    $defs: {
      A: { type: 'object', properties: { b: { enum: ['}', '\\', '"', ']'] } } },
      'B c': { minimum: -1.5e3, $defs: { X: {} } },
      Ắ: true,
    },
    definitions: {},
    definitionsLike: { definitions: 1 },
  },
  null,
  2,
)

/** The document put together again from its units; the last of two equal names counts, as in JSON. */
const joined = ({ units }: DocumentModel): unknown => {
  const [root, ...definitions] = units
  const value: Record<string, Record<string, unknown>> = { ...(root?.parsed.value as object) }
  for (const { base, parsed } of definitions) {
    const [container = '', name = ''] = base.map(String)
    value[container] = { ...value[container], [name]: parsed.value }
  }
  return value
}

describe('JSON cut at its definitions [V6]', () => {
  it('finds definitions of the top, and not those below', () => {
    const containers = splitJson(schema) ?? []
    expect(containers.map(({ name, members }) => [name, members.length])).toEqual([
      ['$defs', 3],
      ['definitions', 0],
    ])
    const [first] = containers[0]?.members ?? []
    expect(schema.slice(first?.start, first?.end)).toMatch(/^"A": \{.*\}$/s)
  })

  it('leaves a container with a name too long for an id where it is', () => {
    expect(splitJson(`{"$defs": {"${'a'.repeat(300)}": {}}}`)).toEqual([])
  })

  it('reads 1,500 scrambled texts as the parser does, mistakes included', () => {
    const random = randomFrom(3)
    const signs = [
      ' ',
      '\n',
      ',',
      ':',
      '"',
      '{',
      '}',
      '[',
      ']',
      '\\',
      '1',
      'x',
      '"$defs"',
      '{}',
      'true',
      '//',
    ]
    let sound = 0
    for (let round = 0; round < 1_500; round++) {
      let text = schema
      for (let change = Math.floor(random() * 3); change >= 0; change--) {
        const at = Math.floor(random() * text.length)
        const sign = random() < 0.4 ? '' : (signs[Math.floor(random() * signs.length)] ?? '')
        text = text.slice(0, at) + sign + text.slice(at + Math.floor(random() * 4))
      }
      const errors: ParseError[] = []
      parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
      const model = readJson(text, null)
      const isBroken = model.units.some(({ id }) => id === syntaxUnitId)
      expect({ text, isBroken }).toEqual({ text, isBroken: errors.length > 0 })
      if (isBroken || model.units.some(({ id }) => id.includes('~'))) continue
      sound++
      expect({ text, value: withoutEmpty(joined(model)) }).toEqual({
        text,
        value: withoutEmpty(JSON.parse(text)),
      })
    }
    expect(sound).toBeGreaterThan(300)
  })
})

/** Of a container without definitions nothing is left in the units. */
const withoutEmpty = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          ([key, held]) =>
            !['$defs', 'definitions'].includes(key) ||
            typeof held !== 'object' ||
            Object.keys(held ?? {}).length > 0,
        ),
      )
    : value
