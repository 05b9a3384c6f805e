import { definitionText } from './definition-text.ts'
import type { Definition } from './outline.ts'

const all = (text: string): Definition => of(text, 0)

const of = (text: string, start: number): Definition => ({
  kind: 'fragment',
  name: 'x',
  start,
  end: start,
  span: [0, 0, 0, 0],
  whole: { start, end: text.length },
})

describe('the text of a definition', () => {
  it('[E23] is a block of code that no words of it close, of a specification too', () => {
    expect(definitionText('sql', 'create table a ();', all('create table a ();'))).toBe(
      '```sql\ncreate table a ();\n```',
    )
    const text = 'REQ-A-001: <img src="//x"> ![x](//x)\n`````\n# Ngoài\n'
    expect(definitionText('markdown', text, all(text))).toBe(`\`\`\`\`\`\`markdown\n${text}\n\`\`\`\`\`\``)
  })

  it('[E23] begins with its line, without the indentation of all lines, unless something else stands before it', () => {
    const yaml = '$defs:\n  A:\n    type: string'
    expect(definitionText('json-schema-yaml', yaml, of(yaml, yaml.indexOf('A')))).toBe(
      '```yaml\nA:\n  type: string\n```',
    )
    const json = `{"a":"${'x'.repeat(9_000)}","$defs":{"A":{"type":"string"}`
    expect(definitionText('json-schema-json', json, of(json, json.indexOf('"A"')))).toBe(
      '```json\n"A":{"type":"string"}\n```',
    )
  })

  it('[E23] is cut after 24 lines or 4,000 characters, however long it is', () => {
    const lines = '  a: 1\n'.repeat(200_000)
    const shown = definitionText('json-schema-yaml', lines, all(lines)).split('\n')
    expect(shown).toHaveLength(1 + 24 + 2)
    expect(shown.slice(-3)).toEqual(['a: 1', '…', '```'])
    const line = 'x'.repeat(1_000_000)
    expect(definitionText('markdown', line, all(line)).length).toBeLessThan(4_100)
  })
})
