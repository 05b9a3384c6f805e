import type { Format } from '@lienthong/plugin-sdk'
import { randomFrom } from '../../test/random.ts'
import { readDocument } from './read.ts'
import { type DocumentModel, syntaxUnitId } from './unit.ts'

const schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Hồ sơ',
  properties: { a: { $ref: '#/$defs/A' } },
  $defs: {
    A: { type: 'object', description: 'Số định danh', properties: { b: { enum: ['}', '"', ']', '# x'] } } },
    'B c': { minimum: -1.5, $defs: { X: {} }, description: 'hai\ndòng' },
    C: { $anchor: 'here', items: [{ type: 'string' }, { $ref: '#/$defs/A' }] },
  },
  definitions: { D: { type: 'string' }, E: { not: {} } },
}

const yaml = `$schema: https://json-schema.org/draft/2020-12/schema
title: Hồ sơ
$defs:
  A:
    type: object
    description: Số định danh
    properties:
      b: { enum: ['}', '"'] }
  # between
  "B c":
    minimum: -1.5
    description: |
      hai
      dòng

  C:
    $anchor: here
    items:
    - type: string
definitions:
    D:
        type: string
    E: {}
properties: { a: { $ref: '#/$defs/A' } }
`

const samples: Readonly<Record<string, readonly [Format, string]>> = {
  YAML: ['json-schema-yaml', yaml],
  JSON: ['json-schema-json', JSON.stringify(schema, null, 2)],
}

const signs = [
  'x',
  ' ',
  '\n',
  ',',
  ':',
  '"',
  "'",
  '{',
  '}',
  '[',
  '-',
  '#',
  '&a',
  '*a',
  '  ',
  'A',
  '$defs:',
  '\n  Z: 1\n',
  'Ệ',
]

const scrambled = (text: string, random: () => number): string => {
  const at = Math.floor(random() * (text.length + 1))
  const gone = random() < 0.5 ? 0 : Math.floor(random() * 4)
  const sign = random() < 0.7 ? signs[Math.floor(random() * signs.length)] : ''
  return text.slice(0, at) + sign + text.slice(at + gone)
}

const isSound = ({ units }: DocumentModel) =>
  units.every(({ id, isBroken }) => id !== syntaxUnitId && !isBroken)

/** All that is known of a document, whatever it was read after. */
const told = ({ language, text, units }: DocumentModel) => ({
  language,
  text,
  units: units.map(({ parsed, ...unit }) => ({
    ...unit,
    value: parsed.value,
    duplicateKeys: parsed.duplicateKeys,
    invalid: parsed.invalid,
    places: [[], ['type'], ['properties', 'b'], ['items', 0]].map(path => parsed.spot(path)),
  })),
})

describe.each(Object.entries(samples))('%s edited here and there', (_, [format, sample]) => {
  it.each([1, 2, 3, 4])('[V6] is read as if it were new, after each of 400 random edits (seed %i)', seed => {
    const random = randomFrom(seed)
    let sound = readDocument(format, sample, null)
    let compared = 0
    for (let step = 0; step < 400; step++) {
      const { text } = sound.text.length < 3 * sample.length ? sound : readDocument(format, sample, sound)
      const edited = scrambled(text, random)
      const after = readDocument(format, edited, sound)
      const fresh = readDocument(format, edited, null)
      if (!isSound(after) || !isSound(fresh)) continue
      expect({ step, ...told(after) }).toEqual({ step, ...told(fresh) })
      sound = after
      compared++
    }
    expect(compared).toBeGreaterThan(40)
  })

  it('[V6] reads one definition again, and looks at none before it', () => {
    const before = readDocument(format, sample, null)
    const at = sample.indexOf('dòng')
    const after = readDocument(format, `${sample.slice(0, at)}một ${sample.slice(at)}`, before)
    expect(after.units.map((unit, index) => unit === before.units[index])).toEqual([
      false,
      true,
      false,
      false,
      false,
      false,
    ])
    expect(after.units.map(({ parsed }, index) => parsed === before.units[index]?.parsed)).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
    ])
  })
})
