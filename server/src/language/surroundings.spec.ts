import type { DocumentSummary } from '@lienthong/protocol'
import type { DocumentsService } from '../documents/documents.service.ts'
import type { OutlinesService } from '../linked-documents/outlines.service.ts'
import type { Actor } from '../transport/actor.ts'
import type { KnownDocument } from './known-documents.ts'
import { SurroundingsService } from './surroundings.service.ts'

const document = (id: string) =>
  ({ id, databaseId: id, databaseCode: id, path: `${id}.md`, format: 'markdown' }) as DocumentSummary

const outline = {
  id: null,
  isWhole: true,
  symbols: [],
  folds: [],
  definitions: [],
  references: [],
  mentions: [],
}

const known: KnownDocument = { document: document('here'), outline }

/** The service over so many documents, all of them readable; `readings` counts how often their records are read. */
const stage = (count: number) => {
  const all = Array.from({ length: count }, (_, index) => document(`${index}`))
  const counted = { readings: 0 }
  const records: Pick<DocumentsService, 'newest' | 'readableFrom'> = {
    newest: async limit => {
      counted.readings++
      return all.slice(0, limit)
    },
    readableFrom: async (_, documents) => [...documents],
  }
  const outlines: Pick<OutlinesService, 'of'> = { of: async () => outline }
  const surroundings = new SurroundingsService(outlines as OutlinesService, records as DocumentsService)
  return { counted, surroundings, of: () => surroundings.of({} as Actor, known) }
}

describe('surroundings', () => {
  it('[E22] of more than 5,000 documents are the newest', async () => {
    const { of } = stage(5_001)
    const around = await of()
    expect((await around.everywhere()).all.length).toBe(1 + 5_000)
  })

  it('[E25] are all documents for a rename, which more than 5,000 refuse', async () => {
    const few = stage(5_000)
    expect((await few.surroundings.everything(await few.of())).all.length).toBe(1 + 5_000)
    const many = stage(5_001)
    const refusal = many.surroundings.everything(await many.of())
    await expect(refusal).rejects.toMatchObject({ code: 'RENAME_DOCUMENTS_TOO_MANY', params: { max: 5_000 } })
  })

  it('[E22] are gathered once for questions that come at once', async () => {
    const { counted, of } = stage(3)
    const [around] = await Promise.all([of(), of(), of()])
    expect(counted.readings).toBe(1)
    expect(await around.everywhere()).toBe(await around.everywhere())
    await of()
    expect(counted.readings).toBe(2)
  })
})
