import { type Addressed, type KnownDocument, KnownDocuments } from './known-documents.ts'
import type { Definition, Outline } from './outline.ts'

const mark = (start: number) => ({ start, end: start + 1, span: [0, start, 0, start + 1] as const })
const requirement = (start: number): Definition => ({
  kind: 'requirement',
  name: 'REQ-A-001',
  ...mark(start),
  whole: { start, end: start + 1 },
})

const known = (path: string, parts: Partial<Outline>): KnownDocument<Addressed> => ({
  document: { id: path, databaseCode: 'dan-cu', path },
  outline: {
    id: null,
    isWhole: true,
    symbols: [],
    folds: [],
    definitions: [],
    references: [],
    mentions: [],
    ...parts,
  },
})

describe('known documents', () => {
  it('[E22] answer the first thousand places of what is defined and referred to again and again', () => {
    const places = Array.from({ length: 50_000 }, (_, at) => at)
    const definitions = places.map(requirement)
    const mentions = places.map(at => ({ name: 'REQ-A-001', ...mark(at) }))
    const one = known('a.md', { definitions, mentions })
    const documents = new KnownDocuments([one])
    const defined = documents.requirement(one, 'REQ-A-001').slice(-1)
    const startedAt = performance.now()
    expect(documents.referencesTo({ kind: 'defined', defined })).toHaveLength(1_000)
    expect(performance.now() - startedAt).toBeLessThan(20_000)
  })
})
