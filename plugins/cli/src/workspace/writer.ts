import { type DocumentId, ProtocolError } from '@lienthong/protocol'
import { type DocumentSession, restoreText, ServerConnection } from '@lienthong/protocol/client'

/** How long a server may be away in the middle of a push. Shorter gives up on a restart; longer leaves the person before a silent terminal. */
const patienceMs = 5_000

/** Changes documents as an editor does: minimal differences over the one kind of session that all clients have. */
export class Writer {
  private readonly connection: ServerConnection

  constructor({ server, token }: { server: string; token: string }) {
    this.connection = new ServerConnection({ url: server, token: async () => token })
  }

  /**
   * Makes a document's text what `targetOf` makes of the text that is there; resolves once that is on the server's disk. False when
   * `targetOf` wants nothing written. Errors: RIGHT_MISSING, SERVER_UNREACHABLE, and the refusals of an update.
   */
  async write(id: DocumentId, targetOf: (text: string) => string | undefined): Promise<boolean> {
    const session = this.connection.open(id)
    try {
      await this.patiently(session, session.ready)
      const target = targetOf(session.text.toString())
      if (target === undefined) return false
      if (!('access' in session.state && session.state.access?.canEdit))
        throw new ProtocolError('RIGHT_MISSING', { action: 'document:edit' })
      restoreText(session.text, target)
      await this.patiently(session, session.whenStored())
      return true
    } finally {
      await session.close()
    }
  }

  close(): Promise<void> {
    return this.connection.close()
  }

  /** As `done`, unless the server refuses or stays away. */
  private async patiently(session: DocumentSession, done: Promise<void>): Promise<void> {
    const { connection } = this
    let timer: NodeJS.Timeout | undefined
    let stop = () => {}
    const trouble = new Promise<never>((_, reject) => {
      const look = () => {
        const { state } = session
        if (state.kind === 'stuck' || state.kind === 'refused') return reject(state.error)
        if (connection.state.kind === 'refused') return reject(connection.state.error)
        if (connection.state.kind === 'online') {
          clearTimeout(timer)
          timer = undefined
        } else
          timer ??= setTimeout(
            () => reject(new ProtocolError('SERVER_UNREACHABLE', { url: connection.url })),
            patienceMs,
          )
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
      clearTimeout(timer)
      stop()
      // Whichever came second no longer matters.
      done.catch(() => {})
    }
  }
}
