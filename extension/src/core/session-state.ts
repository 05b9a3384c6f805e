import type { DocumentAccess } from '@lienthong/protocol'
import type { SessionState } from '@lienthong/protocol/client'

/** What the server last said: while offline people go on with the rights they had. */
export const mayEdit = (state: SessionState): boolean => accessOf(state)?.canEdit === true

/** Like {@link mayEdit}: a comment begun before the connection broke keeps its box. */
export const mayComment = (state: SessionState): boolean => accessOf(state)?.canComment === true

/** Edits that are not known to be on the server's disk. */
export const pendingOf = (state: SessionState): number => (state.kind === 'joining' ? 0 : state.pending)

const accessOf = (state: SessionState): DocumentAccess | undefined =>
  state.kind === 'joining' || state.kind === 'refused' ? undefined : state.access
