import type { Definition } from '@lienthong/plugin-engine'
import type { DocumentId, DocumentSummary } from '@lienthong/protocol'
import type { DocumentContentService } from '../documents/document-content.service.ts'
import type { PluginsService } from '../plugins/plugins.service.ts'
import type { Actor } from '../transport/actor.ts'
import { ExplanationsService } from './explanations.service.ts'
import type { Defined, KnownDocument } from './known-documents.ts'
import type { AskedPlace, PlacesService } from './places.service.ts'
import type { PluginHelpService } from './plugin-help.service.ts'

const known = (id: string): KnownDocument => ({
  document: { id, title: id, databaseCode: 'dan-cu', path: id, format: 'markdown' } as DocumentSummary,
  outline: { id: null, isWhole: true, symbols: [], folds: [], definitions: [], references: [], mentions: [] },
})

const requirement: Definition = {
  kind: 'requirement',
  name: 'REQ-A-001',
  start: 0,
  end: 9,
  span: [0, 0, 0, 9],
  whole: { start: 0, end: 9 },
}

describe('explanations', () => {
  it('[E23] of an id that is defined again and again are the first five, and each document is read once', async () => {
    const read: DocumentId[] = []
    const content: Pick<DocumentContentService, 'text'> = {
      text: async id => {
        read.push(id)
        return { seq: 1, text: 'REQ-A-001 và nhiều chữ khác' }
      },
    }
    const one = known('a.md')
    const defined: Defined[] = Array.from({ length: 500 }, () => ({ in: one, definition: requirement }))
    const places: Pick<PlacesService, 'subjectOf'> = { subjectOf: async () => ({ kind: 'defined', defined }) }
    const explanations = new ExplanationsService(
      places as PlacesService,
      content as DocumentContentService,
      {} as PluginsService,
      { explained: async () => [] } as Partial<PluginHelpService> as PluginHelpService,
    )
    const place = { offset: 0, text: '', known: known('here.md') } as AskedPlace
    expect((await explanations.ofPlace({} as Actor, place)).length).toBe(5)
    expect(read).toEqual(['a.md'])
  })
})
