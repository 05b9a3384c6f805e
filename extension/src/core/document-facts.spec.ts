import { type DocumentId, ProtocolError } from '@lienthong/protocol'
import * as Y from 'yjs'
import { factsOf } from './document-facts.ts'
import { RecentEvents } from './recent-events.ts'

describe('what is told of a document to find out what went wrong', () => {
  it('[E18] tells states and counts, not a word of it', () => {
    const doc = new Y.Doc()
    const text = doc.getText('content')
    text.insert(0, 'mật\n')
    const state = {
      kind: 'stuck' as const,
      access: { canEdit: true, canComment: true },
      pending: 3,
      unkept: 1,
      error: new ProtocolError('SERVER_UNREACHABLE', { url: 'https://an:mat-khau@may-chu.example/' }),
    }
    const session = { documentId: 'mot-ma' as DocumentId, state, seq: 7, doc, text }
    expect(factsOf(session, 'mật\r\n', 'same')).toEqual({
      documentId: 'mot-ma',
      state: { ...state, error: 'SERVER_UNREACHABLE' },
      seq: 7,
      stateVectorEntries: 1,
      editorShowsDocument: true,
      serverHasWhatEditorShows: 'same',
    })
    expect(factsOf(session, 'khác', undefined)).toMatchObject({ editorShowsDocument: false })
    expect(JSON.stringify(factsOf(session, 'mật', 'same'))).not.toMatch(/mật|mat-khau/)
  })

  it('[E18] keeps the newest hundred events, with their times, and logs each', () => {
    const lines: string[] = []
    const events = new RecentEvents(line => lines.push(line))
    events.add('online')
    for (let nth = 1; nth <= 100; nth++) events.add(`stuck RATE_LIMITED ${nth}`, 'mot-ma')
    expect(events.all).toHaveLength(100)
    expect(events.all[0]).toEqual({
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      what: 'stuck RATE_LIMITED 1',
      documentId: 'mot-ma',
    })
    expect(lines.slice(0, 2)).toEqual(['online', 'stuck RATE_LIMITED 1 (mot-ma)'])
  })
})
