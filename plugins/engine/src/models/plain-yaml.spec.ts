import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Path } from '@lienthong/plugin-sdk'
import { randomFrom } from '../../test/random.ts'
import { readPlainYaml } from './plain-yaml.ts'
import { yamlUnit } from './plain-yaml-unit.ts'
import { YamlUnit } from './yaml-unit.ts'

const seeds = fileURLToPath(new URL('../../../../server/src/seed/documents/', import.meta.url))
const schemas = readdirSync(seeds, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.yaml'))
  .map(name => readFileSync(`${seeds}${name}`, 'utf8'))

/** What is written in many ways, some of them wrong. */
const forms = `
a: 1
hoTen: Nguyễn Văn A
'khóa': "giá trị"
x-class: basic # lời bình
list:
  - một
  - 'hai ''ba'''
  - ten: x
    tuoi: -3
  - - lồng
    - nhau
same:
- 0x1F
- 0o17
- 010
- 1_000
- 1e3
- .5
- -0
- +12
- 2020-12
- 1.2.0
- ~
- True
- null
- .inf
flow: { type: string, enum: [NAM, "NỮ", 3], 'a': { b: [] } }
empty: {}
none: []
url: https://example.vn/a#b
text: it's: fine
multi: one
  two
block: |
  dòng
anchor: &a 1
alias: *a
"quoted": 'x' y
tab:	x
key : spaced
? complex
: value
: odd
[a]: b
12: số
deep:
    far: 1
   less: 2
`.trim()

const pathsIn = (value: unknown, path: Path = []): Path[] => [
  path,
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) =>
        pathsIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
      )
    : []),
]

const seenBy = (unit: YamlUnit | ReturnType<typeof yamlUnit>) => ({
  value: unit.value,
  name: unit.name,
  syntax: unit.syntax,
  duplicateKeys: unit.duplicateKeys,
  invalid: unit.invalid,
  reachesOut: unit.reachesOut,
  spots: pathsIn(unit.value).map(path => [path, unit.spot(path)]),
})

/** Whether the plain reader took it; fails when it then says anything else than the parser. */
const isReadAlike = (text: string, isDefinition = false): boolean => {
  if (readPlainYaml(text) === null) return false
  expect({ text, ...seenBy(yamlUnit(text, isDefinition)) }).toEqual({
    text,
    ...seenBy(new YamlUnit(text, isDefinition)),
  })
  return true
}

describe('plain YAML [V6] [V17]', () => {
  it('reads the schemas of the seed as the parser does', () => {
    expect(schemas.length).toBeGreaterThan(1)
    for (const text of schemas) isReadAlike(text)
    const definitions = schemas.flatMap(text => text.split(/\n(?= {2}\S)/).slice(1))
    const plain = definitions.filter(text => isReadAlike(`  ${text.trimStart()}`, true))
    expect(plain.length / definitions.length).toBeGreaterThan(0.5)
  })

  it('reads every form as the parser does, or leaves it to the parser', () => {
    for (const line of forms.split('\n')) {
      isReadAlike(line)
      isReadAlike(`${line}\nb: 2`)
      isReadAlike(`top:\n  ${line}\n  b: 2`)
      isReadAlike(`- ${line}\n- b`)
    }
    expect(isReadAlike('hoTen: Nguyễn Văn A\ntuoi: 12')).toBe(true)
    expect(isReadAlike('flow: { type: string, enum: [NAM, "NỮ", 3] }')).toBe(true)
    expect(isReadAlike('- ten: x\n  tuoi: -3\n- - a\n  - b')).toBe(true)
  })

  it('agrees with the parser on 3,000 texts that were cut, doubled and scrambled', () => {
    const random = randomFrom(7)
    const lines = [...forms.split('\n'), ...schemas.join('\n').split('\n')]
    const signs = [
      ' ',
      '  ',
      '\n',
      ':',
      ': ',
      '- ',
      '#',
      ' #',
      "'",
      '"',
      '[',
      ']',
      '{',
      '}',
      ',',
      '\t',
      '&',
      '*',
      '!',
      '|',
      '~',
      '.',
      '1',
    ]
    let plain = 0
    for (let round = 0; round < 3_000; round++) {
      const from = Math.floor(random() * lines.length)
      let text = lines.slice(from, from + 1 + Math.floor(random() * 6)).join('\n')
      for (let change = Math.floor(random() * 4); change > 0; change--) {
        const at = Math.floor(random() * (text.length + 1))
        const sign = signs[Math.floor(random() * signs.length)] ?? ''
        text = text.slice(0, at) + (random() < 0.3 ? '' : sign) + text.slice(at + Math.floor(random() * 3))
      }
      if (isReadAlike(text)) plain++
    }
    expect(plain).toBeGreaterThan(300)
  })

  it('leaves what is nested without end to the parser, and takes no longer over white space', () => {
    expect(readPlainYaml(`a: ${'['.repeat(100_000)}`)).toBeNull()
    expect(readPlainYaml('- '.repeat(100_000))).toBeNull()
    const long = readPlainYaml(`a: b${' '.repeat(200_000)}c${' '.repeat(200_000)}\nd: 1`)
    expect(long?.members?.map(({ name }) => name)).toEqual(['a', 'd'])
  })
})
