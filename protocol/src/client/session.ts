import * as Y from 'yjs'
import type { Anchor } from '../comments.ts'
import { CheckDocument, LeaveDocument, textName } from '../documents.ts'
import type { AnchoredRange } from '../findings.ts'
import type { DocumentId, SessionId } from '../ids.ts'
import type { AnswerOf } from '../message.ts'
import { anchorAt, rangeOf, type TextRange } from './anchors.ts'
import { after, type Cancel } from './environment.ts'
import { Findings } from './findings.ts'
import type { LastState } from './last-state.ts'
import type { Link } from './link.ts'
import type { Unsubscribe } from './listeners.ts'
import { Presence } from './presence.ts'
import type { SessionState } from './session-state.ts'
import { Synchronisation } from './synchronisation.ts'
import { Threads } from './threads.ts'
import type { UnsentStore } from './unsent-store.ts'

/** How long closing waits for edits on their way to disk. The window is closing: longer feels hung, shorter loses a slow commit. */
const closeTimeoutMs = 2_000

/** What the server says to a text: the one that it has, another one, or of another moment than its own. */
export type Verdict = AnswerOf<typeof CheckDocument>['verdict']

export interface SessionOwner {
  /** From now on opening the document means a new session. */
  closing(): void
  /** Nothing of the session is on its way any more. */
  closed(): void
  /** Whether a newer session has the document open on the same connection. */
  isReopened(): boolean
}

/**
 * One open document. Change `text` with any origin: what changes is sent, and kept until it is on disk.
 * The text is in LF (rule S16) and never seeded from here (rule S15): it is empty until `ready`.
 */
export class DocumentSession {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getText(textName)
  readonly presence: Presence
  readonly findings: Findings
  readonly threads: Threads
  private readonly synchronisation: Synchronisation
  private closure: Promise<void> | undefined

  constructor(
    private readonly connection: Link,
    readonly documentId: DocumentId,
    private readonly owner: SessionOwner,
    unsent?: UnsentStore,
  ) {
    this.presence = new Presence(connection, documentId)
    this.findings = new Findings(connection, documentId)
    this.threads = new Threads(connection, documentId)
    const events = {
      onJoining: () => {
        this.presence.joining()
        this.findings.joining()
      },
      onJoined: (sessionId: SessionId) => {
        this.presence.joined(sessionId)
        // A list that cannot be had now is asked for again with the next join.
        this.threads.refresh().catch(() => {})
      },
    }
    this.synchronisation = new Synchronisation(connection, documentId, this.doc, events, unsent)
  }

  get state(): SessionState {
    return this.synchronisation.state
  }

  /** Calls the listener with every later state; {@link DocumentSession.state} is the current one. */
  onState(listener: (state: SessionState) => void): Unsubscribe {
    return this.synchronisation.onState(listener)
  }

  /** Resolves once the document's text is here. Rejects with the refusal if it cannot be opened, or the connection was refused before. */
  get ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      let stop: Unsubscribe = () => {}
      const look = (state: SessionState) => {
        if (state.kind === 'joining' || (state.kind === 'offline' && !state.access)) return
        stop()
        if (state.kind === 'refused') reject(state.error)
        else resolve()
      }
      stop = this.onState(look)
      look(this.state)
    })
  }

  /** What to keep so that the document opens without a server; undefined while there is nothing, or no longer a right to it. Costs an encoding of the whole document. */
  get lastState(): LastState | undefined {
    return this.synchronisation.lastState
  }

  /** Opens the document as it was, with the person's unsent words, while the server does not answer (rule B9); `ready` resolves then. It is joined and merged as soon as it can be. */
  startFrom(last: LastState): Promise<void> {
    return this.synchronisation.startFrom(last)
  }

  /** Resolves when every local edit made so far is on the server's disk (rule S1), however long that takes. Errors: SERVER_UNREACHABLE once the session is closed. */
  whenStored(): Promise<void> {
    return this.synchronisation.whenStored()
  }

  /** The newest row of the log that the server has told of: with joining, and with the answers to one's own edits. */
  get seq(): number | undefined {
    return this.synchronisation.seq
  }

  /**
   * Whether the server has this text, by the SHA-256 of its UTF-8 (rule S14). It is compared with the state of the moment of the call.
   * `elsewhere` too while the document is not live or something is on its way. Errors: DOCUMENT_NOT_JOINED, RATE_LIMITED, SERVER_UNREACHABLE.
   */
  async check(textHash: Promise<Uint8Array>): Promise<Verdict> {
    const { documentId, state } = this
    if (state.kind !== 'live' || state.pending > 0) return 'elsewhere'
    const stateVector = Y.encodeStateVector(this.doc)
    const request = { documentId, stateVector, textHash: await textHash }
    return (await this.connection.ask(CheckDocument, request)).verdict
  }

  /** Joins again, which brings both sides to one state whatever was lost on the way. Resolves when that is done or has to wait for the connection. */
  resynchronise(): Promise<void> {
    return this.synchronisation.join()
  }

  /** Holds on to the words from `start` to `end` (UTF-16 units, exclusive), for a comment thread. */
  anchorAt(start: number, end: number): Anchor {
    return anchorAt(this.text, start, end)
  }

  /** Where anchored words are now; null when none of them is left. */
  rangeOf(range: AnchoredRange): TextRange | null {
    return rangeOf(this.text, range)
  }

  /** Waits shortly for edits on their way, leaves, and destroys `doc`. `state` goes on telling how many edits were not stored, `text` what they are. */
  close(): Promise<void> {
    this.closure ??= this.end()
    return this.closure
  }

  private async end(): Promise<void> {
    this.owner.closing()
    if (this.state.kind === 'live') await this.storedOrLate()
    await this.synchronisation.close()
    if (!this.owner.isReopened()) this.leave()
    this.presence.close()
    this.findings.close()
    this.threads.close()
    this.doc.destroy()
    this.owner.closed()
  }

  private async storedOrLate(): Promise<void> {
    let cancel: Cancel = () => {}
    const late = new Promise<void>(resolve => {
      cancel = after(closeTimeoutMs, resolve)
    })
    await Promise.race([this.whenStored(), late])
    // A timer left behind would keep a finished program alive.
    cancel()
  }

  /** Nobody waits for the answer: without a connection there is nothing to leave. */
  private leave(): void {
    this.connection.ask(LeaveDocument, { documentId: this.documentId }).catch(() => {})
  }
}
