import { type Addressed, type KnownDocument, KnownDocuments } from '../outline/known-documents.ts'
import { noOutline, type Outline } from '../outline/outline.ts'
import { namedAt, renamedPlaces } from './renames.ts'

const markOf = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, span: [0, start, 0, start + words.length] as const }
}
const known = (path: string, outline: Partial<Outline>): KnownDocument<Addressed> => ({
  document: { id: path, databaseCode: 'dan-cu', path },
  outline: { ...noOutline, isWhole: true, ...outline },
})

const text = '$defs: { Mã: {} }'
const key = markOf(text, 'Mã')
const definition = { kind: 'fragment', name: '/$defs/Mã', ...key, whole: key } as const
const schema = known('ma.yaml', { definitions: [definition] })

/** How many places of another document, of which some part cannot be read, are renamed. */
const renamedIn = (other: string, outline: Partial<Outline> = {}) => {
  const broken = known('khac.yaml', { isWhole: false, ...outline })
  const documents = new KnownDocuments([schema, broken])
  const found = namedAt(documents, schema, text, key.start)
  if (!found) throw new Error('nothing to rename')
  return renamedPlaces(documents, broken, other, found.named)?.length ?? null
}

describe('renaming where a part cannot be read', () => {
  it('[E25] leaves a document alone that cannot mean the definition', () => {
    for (const other of ['', 'Mã: {', "$ref: 'khac.yaml#/$defs/Mã", "$ref: 'ma.yaml#/$defs/MãSố"])
      expect(renamedIn(other)).toBe(0)
  })

  it('[E25] is refused where the name stands in it, in percents too', () => {
    expect(renamedIn("$ref: 'ma.yaml#/$defs/Mã")).toBeNull()
    expect(renamedIn("$ref: 'ma.yaml#/$defs/M%C3%A3")).toBeNull()
  })

  it('[E25] goes on where all places of the name are known, unless they have moved since', () => {
    const other = "a: {\nb: { $ref: 'ma.yaml#/$defs/Mã' }"
    const reference = { document: 'ma.yaml', name: '/$defs/Mã', ...markOf(other, 'ma.yaml#/$defs/Mã') }
    expect(renamedIn(other, { references: [reference] })).toBe(1)
    expect(renamedIn(`a: ${other}`, { references: [reference] })).toBeNull()
  })
})
