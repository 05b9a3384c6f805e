import type { ProtocolError } from '@lienthong/protocol'
import type { DocumentSession, SessionState } from '@lienthong/protocol/client'
import { difference, isNothing, write } from '@lienthong/protocol/client'
import { withLineFeeds } from './buffer.ts'

/** What saving needs of a session. */
export type Savable = Pick<DocumentSession, 'doc' | 'text' | 'state' | 'onState' | 'whenStored'>

/**
 * Resolves when the document, with this text in it, is on the server's disk (rule B8). While offline it waits: the state says so.
 * Errors: what the server refuses the changes for. The words stay in the document.
 */
export const saveText = async (session: Savable, content: string): Promise<void> => {
  writeText(session, content)
  await whenStored(session)
}

/** Changes only what differs, so that others' cursors and anchors stay on their words. Equal text changes nothing. */
export const writeText = ({ doc, text }: Pick<Savable, 'doc' | 'text'>, content: string): void => {
  const change = difference(text.toString(), withLineFeeds(content))
  if (!isNothing(change)) doc.transact(() => write(text, change), writeText)
}

const whenStored = (session: Savable): Promise<void> =>
  new Promise((resolve, reject) => {
    const look = (state: SessionState) => {
      const error = refusalIn(state)
      if (error) reject(error)
    }
    const stop = session.onState(look)
    look(session.state)
    session.whenStored().then(resolve, reject).finally(stop)
  })

const refusalIn = (state: SessionState): ProtocolError | undefined =>
  state.kind === 'stuck' || state.kind === 'refused' ? state.error : undefined
