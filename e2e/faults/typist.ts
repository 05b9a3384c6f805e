import type { DocumentId } from '@lienthong/protocol'
import { type DocumentSession, ServerConnection } from '@lienthong/protocol/client'

/** Types numbered marks, each between two others or at the very beginning, and notes what was acknowledged. */
export class Typist {
  readonly acknowledged = new Set<string>()
  readonly session: DocumentSession
  readonly typed: string[] = []
  private readonly connection: ServerConnection
  private timer: NodeJS.Timeout | undefined

  constructor(
    url: string,
    token: string,
    documentId: DocumentId,
    private readonly name: number,
    private readonly random: () => number,
  ) {
    this.connection = new ServerConnection({ url, token: async () => token })
    this.session = this.connection.open(documentId)
  }

  start(editsPerSecond: number): void {
    this.timer = setInterval(() => this.type(), 1000 / editsPerSecond)
  }

  stop(): void {
    clearInterval(this.timer)
  }

  end(): void {
    this.stop()
    void this.connection.close()
  }

  /** Answers with the mark. */
  type(): string {
    const mark = `<${this.name}:${this.typed.length}>`
    this.typed.push(mark)
    const { text } = this.session
    const from = Math.floor(this.random() * text.length)
    text.insert(text.toString().indexOf('>', from) + 1, mark)
    // Never resolves for what was typed into a connection that breaks: then later edits are acknowledged together with it.
    this.session.whenStored().then(
      () => this.acknowledged.add(mark),
      // The test ends before.
      () => {},
    )
    return mark
  }
}

/** How often each mark is there. */
export const marksIn = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const [mark] of text.matchAll(/<\d+:\d+>/g)) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  return counts
}
