import { type PersonId, textName } from '@lienthong/protocol'
import * as Y from 'yjs'
import { type ClientRange, isWaiting } from '../documents/document-content.service.ts'

/** A row of the update log, as far as history reads it. */
export interface LoggedUpdate {
  seq: number
  author: PersonId | null
  clientRanges: readonly ClientRange[]
  bytes: Uint8Array
  createdAt: string
}

/** What a row did. `brought` is what no row before it had; characters are UTF-16 units. */
export interface Change {
  seq: number
  author: PersonId | null
  at: string
  brought: readonly ClientRange[]
  insertedChars: number
  deletedChars: number
}

interface Applied {
  row: LoggedUpdate
  brought: readonly ClientRange[]
}

/**
 * A document that is written again, row by row. Rows of one commit are in no order of cause: one may build on a later one,
 * and its words appear when that one has come.
 */
export class Replay {
  /** Bytes of the state that the replay began with, and of the rows since. */
  stateBytes = 0
  bytesSinceState = 0
  private readonly doc = new Y.Doc()
  /** In LF, as of `seq`. */
  readonly text = this.doc.getText(textName)
  private length = 0
  private unsettled: Applied[] = []
  private appliedSeq = 0

  /** The document from its beginning, or from one of its states. */
  constructor(state: { seq: number; bytes: Uint8Array } | null) {
    if (!state) return
    Y.applyUpdate(this.doc, state.bytes)
    this.appliedSeq = state.seq
    this.length = this.text.length
    this.stateBytes = state.bytes.length
  }

  /** The newest row that was applied. */
  get seq(): number {
    return this.appliedSeq
  }

  /** Whether nothing waits for a later row. */
  get isSettled(): boolean {
    return this.unsettled.length === 0
  }

  /** Everything up to `seq` as one Yjs update; what comes after counts from here. */
  takeState(): Uint8Array {
    const bytes = Y.encodeStateAsUpdate(this.doc)
    this.stateBytes = bytes.length
    this.bytesSinceState = 0
    return bytes
  }

  /** Applies the rows that follow and tells what they did. What waits for a later row is told when that one has come. */
  apply(rows: readonly LoggedUpdate[]): Change[] {
    const changes: Change[] = []
    this.doc.transact(() => {
      for (const row of rows) changes.push(...this.applyOne(row))
    })
    return changes
  }

  private applyOne(row: LoggedUpdate): Change[] {
    this.unsettled.push({ row, brought: this.newIn(row.clientRanges) })
    Y.applyUpdate(this.doc, row.bytes)
    this.appliedSeq = row.seq
    this.bytesSinceState += row.bytes.length
    return isWaiting(this.doc) ? [] : this.settle()
  }

  /** The text grew by what was inserted less what was deleted. The last of several rows that waited for each other is said to have deleted. */
  private settle(): Change[] {
    const grown = this.text.length - this.length
    this.length = this.text.length
    const changes = this.unsettled.splice(0).map(({ row: { seq, author, createdAt }, brought }) => {
      const insertedChars = brought.reduce((sum, range) => sum + this.visibleIn(range), 0)
      return { seq, author, at: createdAt, brought, insertedChars, deletedChars: 0 }
    })
    const last = changes.at(-1)
    if (last) last.deletedChars = changes.reduce((sum, { insertedChars }) => sum + insertedChars, 0) - grown
    return changes
  }

  /** A client that resends brings what is known together with what is new. */
  private newIn(ranges: readonly ClientRange[]): ClientRange[] {
    return ranges
      .map(([client, from, to]): ClientRange => [client, Math.max(from, this.clockOf(client)), to])
      .filter(([, from, to]) => from < to)
  }

  private visibleIn([client, from, to]: ClientRange): number {
    const structs = this.doc.store.clients.get(client)
    if (!structs || this.clockOf(client) <= from) return 0
    let length = 0
    for (const struct of structs.slice(Y.findIndexSS(structs, from))) {
      const { clock } = struct.id
      if (clock >= to) break
      const isText = struct instanceof Y.Item && !struct.deleted && struct.countable
      if (isText && struct.parent === this.text)
        length += Math.min(clock + struct.length, to) - Math.max(clock, from)
    }
    return length
  }

  private clockOf(client: number): number {
    return Y.getState(this.doc.store, client)
  }
}
