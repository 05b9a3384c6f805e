import { type DocumentId, ProtocolError } from '@lienthong/protocol'
import { patiently, restoreText, ServerConnection } from '@lienthong/protocol/client'

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
      await patiently(this.connection, session, session.ready)
      const target = targetOf(session.text.toString())
      if (target === undefined) return false
      if (!('access' in session.state && session.state.access?.canEdit))
        throw new ProtocolError('RIGHT_MISSING', { action: 'document:edit' })
      restoreText(session.text, target)
      await patiently(this.connection, session, session.whenStored())
      return true
    } finally {
      await session.close()
    }
  }

  close(): Promise<void> {
    return this.connection.close()
  }
}
