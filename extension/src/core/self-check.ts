import { type DocumentSession, sha256, type Verdict } from '@lienthong/protocol/client'
import { withLineFeeds } from './buffer.ts'
import { pendingOf } from './session-state.ts'

/** A document's session and the editor's buffer that shows it. */
export interface Shown {
  readonly session: Pick<DocumentSession, 'check' | 'doc' | 'resynchronise' | 'state' | 'text'>
  /** The buffer's text; undefined while an edit is on its way to it, or where there is none. */
  text(): string | undefined
  /** Puts the document's text in place of the buffer's. */
  showAnew(): void
  /** The server had another text, now for the n-th time. Both have been brought together. */
  onDifferent(times: number): void
}

/** Asks whether a document's editor shows what the server has, and puts it right (rule S14). To be run now and then. */
export class SelfCheck {
  /** The newest answer. */
  last: Verdict | undefined
  private differences = 0
  private elsewhere = 0

  constructor(private readonly shown: Shown) {
    shown.session.doc.on('update', () => {
      this.elsewhere = 0
    })
  }

  /** Undefined while there is nothing to compare. Errors: those of {@link DocumentSession.check}. */
  async run(): Promise<Verdict | undefined> {
    const { session } = this.shown
    const text = this.shown.text()
    if (text === undefined || session.state.kind !== 'live' || pendingOf(session.state) > 0) return undefined
    const verdict = await session.check(sha256(withLineFeeds(text)))
    this.last = verdict
    if (verdict === 'different') await this.bringTogether()
    if (verdict === 'elsewhere') await this.catchUp()
    return verdict
  }

  /** What the document lacked reaches the buffer through its binding; a buffer that is wrong by itself is shown anew. */
  private async bringTogether(): Promise<void> {
    const { session } = this.shown
    await session.resynchronise()
    const text = this.shown.text()
    if (text !== undefined && withLineFeeds(text) !== session.text.toString()) this.shown.showAnew()
    this.shown.onDifferent(++this.differences)
  }

  /** Once is chance. Twice, with nothing arriving in between, means that something never arrived. */
  private async catchUp(): Promise<void> {
    this.elsewhere++
    if (this.elsewhere > 1) await this.shown.session.resynchronise()
  }
}
