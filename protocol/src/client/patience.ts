import { ProtocolError } from '../errors.ts'
import type { ServerConnection } from './connection.ts'
import { after, type Cancel } from './environment.ts'
import type { DocumentSession } from './session.ts'

/** How long a server may be away in the middle of a write. Shorter gives up on a restart; longer leaves the person waiting without a word. */
const patienceMs = 5_000

/**
 * As `done`, which waits for this session, unless the server refuses or stays away. Errors: SERVER_UNREACHABLE after 5 s without it, and
 * what the session or connection was refused with.
 */
export const patiently = async (
  connection: ServerConnection,
  session: DocumentSession,
  done: Promise<void>,
): Promise<void> => {
  let cancel: Cancel | undefined
  let stop = () => {}
  const trouble = new Promise<never>((_, reject) => {
    const giveUp = () => reject(new ProtocolError('SERVER_UNREACHABLE', { url: connection.url }))
    const look = () => {
      const { state } = session
      if (state.kind === 'stuck' || state.kind === 'refused') return reject(state.error)
      if (connection.state.kind === 'refused') return reject(connection.state.error)
      if (connection.state.kind === 'online') {
        cancel?.()
        cancel = undefined
      } else cancel ??= after(patienceMs, giveUp)
    }
    const subscriptions = [session.onState(look), connection.onState(look)]
    stop = () => {
      for (const unsubscribe of subscriptions) unsubscribe()
    }
    look()
  })
  try {
    await Promise.race([done, trouble])
  } finally {
    cancel?.()
    stop()
    // Whichever came second no longer matters.
    done.catch(() => {})
  }
}
