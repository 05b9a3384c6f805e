import { readFile } from 'node:fs/promises'
import type { Json } from '@lienthong/plugin-sdk'
import { SchemaComparison } from '../src/compare-schemas.ts'
import { narrows, widens } from '../src/effect.ts'
import { families } from '../src/rules/schema-rules.ts'
import { apicurio, confluent } from './catalogues.ts'
import { examples, unchanged } from './examples.ts'

const compare = (old: Json, young: Json) => new SchemaComparison(old, young).differences
const told = (old: Json, young: Json) => compare(old, young).map(({ type, effect }) => `${type} ${effect}`)

describe('differences', () => {
  it.each(examples.map(example => [example.type, example] as const))(
    '[K1] finds %s',
    (type, { old, new: young, effect }) => {
      expect(told(old, young)).toContain(`${type} ${effect}`)
    },
  )

  const acceptance = examples.filter(({ type }) => !type.startsWith('RESERVED'))
  it.each(acceptance.map(example => [example.type, example] as const))(
    '[K1] says the reverse of the reverse: %s',
    (_type, { old, new: young }) => {
      const effectsOf = (list: ReturnType<typeof compare>) => ({
        narrows: list.some(({ effect }) => narrows(effect)),
        widens: list.some(({ effect }) => widens(effect)),
      })
      const [there, back] = [effectsOf(compare(old, young)), effectsOf(compare(young, old))]
      expect(back).toEqual({ narrows: there.widens, widens: there.narrows })
    },
  )

  it('[K1] has one rule for every type of difference, and names in its README what it answers', async () => {
    const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    for (const { type, answers } of examples) {
      const [[id, ...others]] = [Object.keys(families).filter(name => families[name]?.types.test(type))]
      if (type.endsWith('_CHANGED') && id === undefined)
        expect(['TITLE_CHANGED', 'DESCRIPTION_CHANGED', 'ID_CHANGED']).toContain(type)
      else expect([type, others]).toEqual([type, []])
      for (const answer of answers) expect(readme).toContain(answer)
    }
  })

  it('[K1] answers every type of the catalogues of Confluent and Apicurio', () => {
    const answered = new Set([...unchanged, ...examples.flatMap(({ type, answers }) => [type, ...answers])])
    expect(confluent.filter(name => !answered.has(name))).toEqual([])
    expect(apicurio.filter(name => !answered.has(name))).toEqual([])
  })

  const person = { type: 'object', properties: { so: { type: 'string', maxLength: 12 } }, required: ['so'] }
  const number = { type: 'string', maxLength: 12 }
  it.each<[string, Json, Json]>([
    [
      'moved into a definition',
      person,
      { ...person, properties: { so: { $ref: '#/$defs/So' } }, $defs: { So: number } },
    ],
    [
      'by an anchor',
      person,
      { ...person, properties: { so: { $ref: '#so' } }, $defs: { So: { $anchor: 'so', ...number } } },
    ],
    [
      'taken apart',
      person,
      { allOf: [{ type: 'object' }, { properties: person.properties }, { required: ['so'] }] },
    ],
    ['with alternatives in another order', { anyOf: [number, person] }, { anyOf: [person, number] }],
    ['a constant as an enumeration', { const: 1 }, { enum: [1] }],
    ['a bound said twice', { type: 'integer', minimum: 1 }, { type: 'integer', exclusiveMinimum: 0 }],
    [
      'a circle unrolled once',
      { $ref: '#/$defs/A', $defs: { A: { properties: { a: { $ref: '#/$defs/A' } } } } },
      {
        properties: { a: { $ref: '#/$defs/A' } },
        $defs: { A: { properties: { a: { $ref: '#/$defs/A' } } } },
      },
    ],
  ])('[K2] takes what is written in another way for the same: %s', (_name, old, young) => {
    expect(compare(old, young)).toEqual([])
    expect(compare(young, old)).toEqual([])
  })

  it('[K2] follows references, also in circles, to the place that differs', () => {
    const tree = (maxLength: number): Json => ({
      $ref: '#/$defs/Nut',
      $defs: {
        Nut: {
          properties: {
            ten: { type: 'string', maxLength },
            con: { type: 'array', items: { $ref: '#/$defs/Nut' } },
          },
        },
      },
    })
    const path = ['$defs', 'Nut', 'properties', 'ten', 'maxLength']
    expect(compare(tree(9), tree(5))).toEqual([
      { type: 'MAX_LENGTH_DECREASED', effect: 'narrows', old: path, new: path, from: 9, to: 5 },
    ])
  })

  it('[K2] sees through a negation that refers back', () => {
    const schema = (minLength: number): Json => ({
      $ref: '#/$defs/A',
      $defs: { A: { properties: { a: { not: { $ref: '#/$defs/A' } }, b: { type: 'string', minLength } } } },
    })
    expect(told(schema(1), schema(2))).toEqual(['NOT_TYPE_CHANGED both', 'MIN_LENGTH_INCREASED narrows'])
  })

  describe('[K5] reads older drafts as 2020-12', () => {
    it.each<[string, Json, Json]>([
      [
        'draft 7',
        {
          $schema: 'http://json-schema.org/draft-07/schema#',
          definitions: { A: { type: 'string' } },
          items: [{ $ref: '#/definitions/A', maxLength: 1 }],
          additionalItems: false,
          dependencies: { a: ['b'], c: { required: ['d'] } },
        },
        {
          prefixItems: [{ type: 'string' }],
          items: false,
          dependentRequired: { a: ['b'] },
          dependentSchemas: { c: { required: ['d'] } },
        },
      ],
      [
        '2019-09',
        {
          $schema: 'https://json-schema.org/draft/2019-09/schema',
          items: [{ type: 'string', $recursiveRef: '#/$defs/A' }],
          $defs: { A: { maxLength: 1 } },
        },
        { prefixItems: [{ type: 'string', maxLength: 1 }] },
      ],
      ['draft 4', { minimum: 1, exclusiveMinimum: true }, { exclusiveMinimum: 1 }],
    ])('%s', (_name, old, young) => {
      expect(compare(old, young)).toEqual([])
    })
  })

  it('[K2] compares a large recursive schema with itself and with a changed self', () => {
    const definitions = (length: number) =>
      Object.fromEntries(
        Array.from({ length: 300 }, (_, i) => [
          `D${i}`,
          {
            type: 'object',
            properties: {
              ten: { type: 'string', maxLength: i === 7 ? length : 5 },
              ...Object.fromEntries(
                [1, 7, 31, 113].map(step => [`p${step}`, { $ref: `#/$defs/D${(i + step) % 300}` }]),
              ),
            },
          },
        ]),
      )
    const schema = (length: number): Json => ({ $ref: '#/$defs/D0', $defs: definitions(length) })
    expect(compare(schema(5), schema(5))).toEqual([])
    const found = compare(schema(5), schema(4))
    expect([...new Set(found.map(({ type }) => type))]).toEqual(['MAX_LENGTH_DECREASED'])
  })
})
