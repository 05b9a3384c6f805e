import { schemaCaret, writtenAt } from './schema-caret.ts'

type SchemaFormat = Parameters<typeof schemaCaret>[0]

/** `‸` is the caret. */
const at = (marked: string, format: SchemaFormat = 'json-schema-yaml') => {
  const offset = marked.indexOf('‸')
  const text = marked.replace('‸', '')
  const caret = schemaCaret(format, text, offset)
  return caret && `${caret.at} ${caret.path.join('/')} ${text.slice(caret.written.start, caret.written.end)}`
}

const put = (marked: string, value: string | number | boolean, format: SchemaFormat = 'json-schema-yaml') => {
  const offset = marked.indexOf('‸')
  const text = marked.replace('‸', '')
  const caret = schemaCaret(format, text, offset)
  if (!caret) return null
  return text.slice(0, caret.written.start) + writtenAt(format, caret, value) + text.slice(caret.written.end)
}

describe('where somebody writes in a schema', () => {
  it('[V46] is a value behind its key, whether something stands there or not', () => {
    expect(at('a:\n  b:\n    type: ‸')).toBe('value a/b/type ')
    expect(at('a:\n  b:\n    type: str‸ing # x')).toBe('value a/b/type string')
    expect(at('a:\n  type: "str‸"\n  c: 1')).toBe('value a/type "str"')
    expect(at('type:‸')).toBeNull()
    expect(at('a: { b: ‸ }')).toBeNull()
    expect(at('{ "a": { "type": ‸ } }', 'json-schema-json')).toBe('value a/type ')
    expect(at('{ "a": { "type": "str‸ing" } }', 'json-schema-json')).toBe('value a/type "string"')
    expect(at('{ "a": { "type": "str‸', 'json-schema-json')).toBe('value a/type "str')
  })

  it('[V46] is an item of a list, counted from 0, however the list is indented', () => {
    expect(at('a:\n  enum:\n    - x\n    - y‸\n    - z')).toBe('value a/enum/1 y')
    expect(at('a:\n  enum:\n  - x\n  # nothing\n  - ‸')).toBe('value a/enum/1 ')
    expect(at('allOf:\n  - type: x\n    b:\n      - 1\n  - type: ‸')).toBe('value allOf/1/type ')
    expect(at('{ "enum": ["x", "y‸"] }', 'json-schema-json')).toBe('value enum/1 "y"')
  })

  it('[V46] is a name of a key, of the object that is less deep', () => {
    expect(at('a:\n  b:\n    type: x\n    for‸\n  c: 1')).toBe('keys a/b for')
    expect(at('a:\n  b:\n    for‸mat: x')).toBe('keys a/b format')
    expect(at('fo‸')).toBe('keys  fo')
    expect(at('a:\n  "b c":\n    x-‸')).toBe('keys a/b c x-')
    expect(at('{ "a": { "b": 1, "fo‸" } }', 'json-schema-json')).toBe('keys a "fo"')
  })

  it('[V46] is found in a text of any shape, soon', () => {
    expect(at('\na:\n  b‸')).toBe('keys a b')
    expect(at('‸\na: 1')).toBe('keys  ')
    const long = 100_000
    const lines = [`a${' '.repeat(long)}`, '\t'.repeat(long), '- '.repeat(long), `${'a: '.repeat(long)}[`]
    for (const line of lines) {
      const startedAt = performance.now()
      at(`${line}\n  b‸`)
      at(`  ${line}‸`)
      at(`${`${line}\n`.repeat(20)}  b‸`)
      // Quadratic, each takes a minute.
      expect(performance.now() - startedAt).toBeLessThan(5_000)
    }
  })

  it('[V46] gets what the format wants to be written there', () => {
    expect(put('a: ‸', 'true')).toBe('a: "true"')
    expect(put('a: ‸', 'ngày sinh')).toBe('a: ngày sinh')
    expect(put("a: 'x‸'", "y'z")).toBe("a: 'y''z'")
    expect(put('a: "x‸', 'y')).toBe('a: "y"')
    expect(put('a: tr‸', true)).toBe('a: true')
    expect(put('{ "a": ‸ }', 'y', 'json-schema-json')).toBe('{ "a": "y" }')
    expect(put('fo‸', 'format')).toBe('format: ')
    expect(put('fo‸: x', 'format')).toBe('format: x')
    expect(put('{ "fo‸" }', 'format', 'json-schema-json')).toBe('{ "format":  }')
    expect(put('{ "fo‸": 1 }', 'format', 'json-schema-json')).toBe('{ "format": 1 }')
  })
})
