import type { DocumentSession, LastState, SessionState } from '@lienthong/protocol/client'
import { mayEdit } from '../core/session-state.ts'
import { Soon } from './soon.ts'

/** Short enough that opening and closing a document leaves it here, long enough for what comes with opening. */
const firstMs = 2_000

/** The whole document is written each time: a long one that changes always would keep the disk busy. */
const againMs = 30_000

type Keepable = Pick<DocumentSession, 'doc' | 'state' | 'onState' | 'lastState'>

/** Has the last state of one open document kept (rule E30): soon after opening, now and then while it changes, when the connection breaks, and at the end. */
export class StateKeeper {
  private readonly first = new Soon(() => void this.write(), firstMs)
  private readonly again = new Soon(() => void this.write(), againMs)
  private readonly stopListening: () => void
  private told: string
  private isNew: boolean
  private writes = 0

  /** `onWritten` is told whenever `isKept` may have become true. */
  constructor(
    private readonly session: Keepable,
    private readonly keep: (state: LastState) => Promise<void>,
    private readonly onWritten: () => void = () => {},
  ) {
    this.isNew = session.state.kind !== 'offline'
    this.told = toldBy(session.state)
    const onUpdate = () => this.changed()
    const stopStates = session.onState(() => this.stateChanged())
    session.doc.on('update', onUpdate)
    this.stopListening = () => {
      stopStates()
      session.doc.off('update', onUpdate)
    }
    this.first.later()
  }

  /** Whether the document would open without a server as it is here, but for words that were not sent. */
  get isKept(): boolean {
    return !this.isNew && this.writes === 0
  }

  /** Writes what is new, if anything is; a store that fails is tried again. */
  async write(): Promise<void> {
    const state = this.isNew ? this.session.lastState : undefined
    if (!state) return
    this.first.dispose()
    this.again.dispose()
    this.isNew = false
    this.writes++
    await this.keep(state).catch(() => this.tryAgain())
    this.writes--
    this.onWritten()
  }

  dispose(): void {
    this.first.dispose()
    this.again.dispose()
    this.stopListening()
  }

  /** Offline only own words are added, which are kept as unsent edits: what the server said stays as it is. */
  private changed(): void {
    if (this.told !== 'offline') this.tryAgain()
  }

  private tryAgain(): void {
    this.isNew = true
    this.again.later()
  }

  private stateChanged(): void {
    const before = this.told
    this.told = toldBy(this.session.state)
    if (this.told === before) return
    if (this.told === 'offline') void this.write()
    else if (this.told !== 'refused') {
      this.isNew = true
      this.first.later()
    }
  }
}

/** What makes a state worth keeping beside the text: that the server answers, and with which right. */
const toldBy = (state: SessionState): string =>
  state.kind === 'live' || state.kind === 'stuck' ? `may edit: ${mayEdit(state)}` : state.kind
