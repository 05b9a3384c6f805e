import { completionContext } from './completion-context.ts'

/** `|` is the caret. */
const at = (format: Parameters<typeof completionContext>[0], marked: string) => {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const context = completionContext(format, text, offset)
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end)
  if (context.kind === 'syntax') return 'syntax'
  if (context.kind === 'field') return { field: words(context.written), isNameOnly: context.isNameOnly }
  return context.kind === 'reference'
    ? { reference: words(context.written), quote: context.quote }
    : { word: words(context.written), provision: words(context.provision) }
}

describe('what is being written', () => {
  it('[E24] is a reference behind $ref, quoted or not yet, and all of it is replaced', () => {
    expect(at('json-schema-yaml', "a:\n  $ref: '#/$de|fs/X'\n")).toEqual({
      reference: '#/$defs/X',
      quote: '',
    })
    expect(at('json-schema-yaml', 'a: { $ref: | }')).toEqual({ reference: '', quote: "'" })
    expect(at('json-schema-json', '{ "$ref": |}')).toEqual({ reference: '', quote: '"' })
    expect(at('json-schema-json', '{ "$ref": "cong|", "x": 1 }')).toEqual({ reference: 'cong', quote: '' })
    expect(at('markdown', 'xem [đây](#yê|)')).toEqual({ reference: '#yê', quote: '' })
  })

  it('[E24] is a word elsewhere: a number with its marks, a code with its hyphens', () => {
    expect(at('markdown', 'theo Nghị định 278/20|')).toMatchObject({ word: '278/20' })
    expect(at('sql', "comment on table a is 'REQ-D|'")).toMatchObject({ word: 'REQ-D' })
    expect(at('markdown', 'xem (|')).toMatchObject({ word: '' })
    expect(at('markdown', '- |')).toMatchObject({ word: '' })
  })

  it('[E24] is a provision with the word before its number', () => {
    expect(at('markdown', 'theo Điều 5| của 278/2025/NĐ-CP')).toMatchObject({ provision: 'Điều 5' })
    expect(at('markdown', 'theo điều |')).toMatchObject({ provision: 'điều ' })
  })

  it('[E24] is a word in prose only: not where a name is written, which Enter would replace', () => {
    expect(at('json-schema-yaml', 'required:\n  dan|')).toBe('syntax')
    expect(at('json-schema-yaml', 'required:\n  - dan|')).toBe('syntax')
    expect(at('json-schema-json', '{ "dan|" }')).toBe('syntax')
    expect(at('sql', 'create table dan|')).toBe('syntax')
    for (const text of ['description: theo dan|', 'a: 1 # dan|', 'description: >-\n  một\n\n  theo dan|'])
      expect(at('json-schema-yaml', text)).toMatchObject({ word: 'dan' })
    expect(at('json-schema-json', '{ "description": "theo dan|" }')).toMatchObject({ word: 'dan' })
    expect(at('sql', '-- dan|')).toMatchObject({ word: 'dan' })
  })

  it('[E24] is the name of a field where a schema or table names them, with its quotes', () => {
    const field = (name: string, isNameOnly = false) => ({ field: name, isNameOnly })
    expect(at('json-schema-yaml', 'properties:\n  dan|')).toEqual(field('dan'))
    expect(at('json-schema-yaml', 'a:\n  properties:\n\n    b:\n      type: string\n    |')).toEqual(
      field(''),
    )
    expect(at('json-schema-yaml', 'properties:\n  da|n: {}')).toEqual(field('dan', true))
    expect(at('json-schema-yaml', 'properties:\n  a:\n    ty|')).toBe('syntax')
    expect(at('json-schema-yaml', 'dan|')).toBe('syntax')
    expect(at('json-schema-json', '{ "properties": { "dan|" } }')).toEqual(field('"dan"'))
    expect(at('json-schema-json', '{ "properties": { "a": {}, | } }')).toEqual(field(''))
    expect(at('json-schema-json', '{ "properties": { "d|": {} } }')).toEqual(field('"d"', true))
    expect(at('json-schema-json', '{ "properties": { "a": { "ty|" } } }')).toBe('syntax')
    expect(at('sql', 'create table a (\n  id bigint, -- khóa\n  so_|')).toEqual(field('so_'))
    expect(at('sql', 'create table if not exists a (so|, b int)')).toEqual(field('so'))
    expect(at('sql', 'create table a (b numeric(1, 2), s| date)')).toEqual(field('s', true))
    for (const text of ['create table a (b in|', 'select (a, b|', 'create table a (b int); x|'])
      expect(at('sql', text)).toBe('syntax')
  })

  it('[E24] is found at once in a line without end', () => {
    const startedAt = performance.now()
    const letters = 'a'.repeat(200_000)
    expect(at('markdown', `${letters}!|`)).toMatchObject({ word: '' })
    expect(at('markdown', `${letters} điều |`)).toMatchObject({ provision: 'điều ' })
    expect(at('json-schema-yaml', `# ${'$ref:'.repeat(40_000)}"'"|`)).toMatchObject({ word: '' })
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })
})
