import type { DocumentSession, Verdict } from '@lienthong/protocol/client'
import { withLineFeeds } from './buffer.ts'

/** What may be told of an open document without telling what is in it, what it is called or who wrote it (rule E18). */
export const factsOf = (
  session: Pick<DocumentSession, 'documentId' | 'state' | 'seq' | 'doc' | 'text'>,
  shown: string | undefined,
  server: Verdict | undefined,
): object => ({
  documentId: session.documentId,
  state: { ...session.state, ...('error' in session.state && { error: session.state.error.code }) },
  seq: session.seq,
  stateVectorEntries: session.doc.store.clients.size,
  editorShowsDocument: shown === undefined ? undefined : withLineFeeds(shown) === session.text.toString(),
  serverHasWhatEditorShows: server,
})
