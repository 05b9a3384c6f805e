import { textName } from '@lienthong/protocol'
import * as Y from 'yjs'
import { type ClientRange, docFrom, isWaiting } from '../documents/document-content.service.ts'
import { type Incoming, inspect, type UpdateRefusal } from './incoming.ts'

/** How a piece of text changed, as Yjs writes it: retain, insert, delete. */
export type Delta = Y.YTextEvent['delta']

/** What became of one update of a window. */
export type Verdict =
  | { kind: 'applied'; clientRanges: readonly ClientRange[] }
  | { kind: 'refused'; code: UpdateRefusal }

/**
 * What became of a window. `sound`: a verdict on each update; `merged` is what they changed together, undefined if nothing.
 * `spoilt`: an update left the document in a state that nobody can trust; there is a verdict on each one up to the culprit, the last.
 * `unclear`: the document is spoilt, and by which update is not known.
 */
export type Outcome =
  | { kind: 'sound'; verdicts: Verdict[]; merged: Uint8Array | undefined; delta: Delta | undefined }
  | { kind: 'spoilt'; verdicts: Verdict[] }
  | { kind: 'unclear' }

/** A document in memory that takes untrusted updates. Once spoilt it must be thrown away: Yjs may keep a half of a bad update. */
export class LiveDocument {
  readonly doc: Y.Doc
  readonly text: Y.Text
  /** The one update that it was read from, until it has changed or somebody was given it. */
  private source: Uint8Array | undefined
  private merged: Uint8Array | undefined
  private delta: Delta | undefined

  constructor(updates: readonly Uint8Array[], wantsDeltas: () => boolean) {
    this.doc = docFrom(updates)
    this.text = this.doc.getText(textName)
    this.source = updates.length === 1 ? updates[0] : undefined
    this.doc.on('update', (update: Uint8Array) => {
      this.merged = update
      this.source = undefined
    })
    this.text.observe(event => {
      // Yjs walks the whole text for this, so nobody asks in vain.
      if (wantsDeltas()) this.delta = event.delta
    })
  }

  /** What whoever has this state vector lacks. Whoever opens a document that nobody had open gets its snapshot as it was stored. */
  lackedBy(stateVector: Uint8Array): Uint8Array {
    const { source } = this
    this.source = undefined
    return source && Y.decodeStateVector(stateVector).size === 0
      ? source
      : Y.encodeStateAsUpdate(this.doc, stateVector)
  }

  /** Applies a window's updates in one transaction: one change for the observers, one update for everybody else. */
  apply(window: readonly Incoming[]): Outcome {
    const verdicts: Verdict[] = []
    let isSpoilt = false
    this.merged = undefined
    this.delta = undefined
    try {
      this.doc.transact(() => {
        for (const incoming of window) {
          isSpoilt = this.applyOne(incoming, verdicts)
          if (isSpoilt) return
        }
      }, this)
    } catch {
      if (!isSpoilt) return { kind: 'unclear' }
    }
    if (isSpoilt) return { kind: 'spoilt', verdicts }
    return { kind: 'sound', verdicts, merged: this.merged, delta: this.delta }
  }

  /** Takes in rows of the log, which were judged when they were written. Null if they do not fit: the document is spoilt. */
  takeIn(rows: readonly Uint8Array[]): { merged: Uint8Array | undefined; delta: Delta | undefined } | null {
    this.merged = undefined
    this.delta = undefined
    try {
      this.doc.transact(() => {
        for (const row of rows) Y.applyUpdate(this.doc, row, this)
      }, this)
    } catch {
      return null
    }
    return isWaiting(this.doc) ? null : { merged: this.merged, delta: this.delta }
  }

  /** True if the document is spoilt. */
  private applyOne(incoming: Incoming, verdicts: Verdict[]): boolean {
    const inspection = inspect(incoming, this.doc)
    if (inspection.kind === 'refused') {
      verdicts.push(inspection)
      return false
    }
    try {
      Y.applyUpdate(this.doc, incoming.update, this)
    } catch {
      verdicts.push({ kind: 'refused', code: 'UPDATE_MALFORMED' })
      return true
    }
    if (isWaiting(this.doc)) {
      verdicts.push({ kind: 'refused', code: 'UPDATE_INCOMPLETE' })
      return true
    }
    verdicts.push({ kind: 'applied', clientRanges: inspection.clientRanges })
    return false
  }
}
