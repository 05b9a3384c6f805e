import {
  applied,
  deltaOf,
  difference,
  inverted,
  isNothing,
  keepsPairsWhole,
  nothing,
  type SelectionOffsets,
  type TextDelta,
  told,
  write,
} from '@lienthong/protocol/client'
import type * as Y from 'yjs'
import {
  type Buffer,
  type BufferEdit,
  type BufferPosition,
  type ChangeReason,
  withLineFeeds,
} from './buffer.ts'
import { editsOf } from './buffer-edits.ts'
import { LineIndex } from './line-index.ts'
import { PersonalUndo } from './personal-undo.ts'

/** An edit on its way to the buffer. `echoed`: its event has come. `overtaken`: another event came first, so the buffer will refuse it. */
interface Inflight {
  delta: TextDelta
  readonly target: string
  state: 'waiting' | 'echoed' | 'overtaken'
}

/** Refusals in a row that are tried again at once; a buffer that goes on refusing is given growing pauses. */
const refusalsAtOnce = 3
const longestPauseMs = 250

/**
 * Keeps an editor's buffer and a Y.Text equal while both change (rules B1–B7). Nothing typed is lost or doubled, however late or
 * split the buffer's events are and however often it refuses an edit.
 *
 * Invariant (B1): `shadow`, then `inflight`, then `tail` gives Y.Text. `shadow` is the buffer as of the last event.
 */
export class BufferBinding {
  readonly undo: PersonalUndo
  private readonly acts = Symbol('done for the person')
  private shadow: string
  private lines: LineIndex
  private inflight: Inflight | undefined
  private tail: TextDelta
  private refusals = 0
  private typedAt = 0
  private retry: ReturnType<typeof setTimeout> | undefined
  private caretToReveal: SelectionOffsets | undefined
  private whenSettledListeners: (() => void)[] = []
  private isDisposed = false

  constructor(
    private readonly buffer: Buffer,
    private readonly text: Y.Text,
  ) {
    this.shadow = withLineFeeds(buffer.text())
    this.lines = new LineIndex(this.shadow)
    this.tail = difference(this.shadow, text.toString())
    this.undo = new PersonalUndo(text, [this, this.acts], caret => {
      this.caretToReveal = caret
    })
    text.observe(this.onTextChanged)
    this.flush()
  }

  /** True when the buffer shows the document as it is. */
  get isSettled(): boolean {
    return !this.inflight && isNothing(this.tail)
  }

  whenSettled(): Promise<void> {
    if (this.isSettled) return Promise.resolve()
    return new Promise(resolve => this.whenSettledListeners.push(resolve))
  }

  /** Where a place of the buffer is in Y.Text, edits on their way included. */
  documentOffset(position: BufferPosition): number {
    const offset = this.lines.offsetAt(position)
    return this.tail.transformPosition(this.unarrived().transformPosition(offset, true), true)
  }

  /**
   * Changes the document on the person's behalf, by `origin`: a quick fix, a restored version. It reaches the buffer as
   * others' changes do and is one step of undo.
   */
  act<T>(change: (origin: unknown) => T): T {
    this.undo.stop()
    const result = change(this.acts)
    this.undo.stop()
    return result
  }

  /** To be called with every change event of the buffer, before anything else changes it. */
  onBufferChanged(changes: readonly BufferEdit[], reason?: ChangeReason): void {
    const now = withLineFeeds(this.buffer.text())
    const { inflight } = this
    if (inflight?.state === 'waiting' && now === withLineFeeds(inflight.target)) {
      inflight.state = 'echoed'
      this.enter(inflight.target)
      return
    }
    if (now === this.shadow) return
    const change = this.changeOf(changes, now)
    if (reason) this.takeBack(change, now, reason)
    else this.typed(change, now)
  }

  dispose(): void {
    this.isDisposed = true
    clearTimeout(this.retry)
    this.text.unobserve(this.onTextChanged)
    this.undo.dispose()
  }

  private readonly onTextChanged = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === this) return
    this.tail = this.tail.compose(told(event))
    this.flush()
  }

  /** By ranges, never by offsets, which count carriage returns (B5); most of the text at once goes through a comparison (B6). */
  private changeOf(changes: readonly BufferEdit[], now: string): TextDelta {
    const replacements = changes
      .map(({ start, end, text }) => {
        const offset = this.lines.offsetAt(start)
        return { offset, deleted: this.lines.offsetAt(end) - offset, inserted: withLineFeeds(text) }
      })
      .sort((a, b) => a.offset - b.offset || a.deleted - b.deleted)
    const replaced = replacements.reduce(
      (sum, { deleted, inserted }) => sum + Math.min(deleted, inserted.length),
      0,
    )
    const change = deltaOf(replacements)
    const isTrue = keepsPairsWhole(change, this.shadow) && applied(this.shadow, change) === now
    return isTrue && replaced * 2 <= this.shadow.length ? change : difference(this.shadow, now)
  }

  /** The person's change moves past what is on its way, and what is on its way past it (B4). Whose text comes first is the same both times. */
  private typed(change: TextDelta, now: string): void {
    this.typedAt = Date.now()
    const caret = this.caretInDocument()
    let own = change
    if (this.inflight && this.inflight.state !== 'echoed') {
      const { delta } = this.inflight
      this.inflight.state = 'overtaken'
      this.inflight.delta = change.transform(delta, false)
      own = delta.transform(change, true)
    }
    const before = this.tail
    this.tail = own.transform(before, false)
    own = before.transform(own, true)
    this.enter(now)
    this.undo.beforeChange(own, caret)
    this.text.doc?.transact(() => write(this.text, own), this)
    this.undo.afterChange(own)
  }

  /** The editor's own undo knows nothing of whose text it takes: put the buffer back and undo what is one's own (B7). */
  private takeBack(change: TextDelta, now: string, reason: ChangeReason): void {
    const back = inverted(change, this.shadow)
    if (this.inflight && this.inflight.state !== 'echoed') {
      this.inflight.state = 'overtaken'
      this.inflight.delta = back.compose(this.inflight.delta)
    } else this.tail = back.compose(this.tail)
    this.enter(now)
    if (reason === 'undo') this.undo.undo()
    else this.undo.redo()
    this.flush()
  }

  private enter(shadow: string): void {
    this.shadow = shadow
    this.lines = new LineIndex(shadow)
  }

  /** Sends at most one edit at a time, placed by the buffer as it is now (B2). */
  private flush(): void {
    if (this.isDisposed || this.inflight || this.retry !== undefined) return
    if (isNothing(this.tail)) {
      this.settled()
      return
    }
    const inflight: Inflight = { delta: this.tail, target: applied(this.shadow, this.tail), state: 'waiting' }
    this.inflight = inflight
    this.tail = nothing()
    const edits = editsOf(inflight.delta, this.lines).map(edit => ({
      ...edit,
      text: withLineFeeds(edit.text),
    }))
    void this.buffer.apply(edits, Date.now() - this.typedAt).then(
      isApplied => this.answered(inflight, isApplied),
      () => this.answered(inflight, false),
    )
  }

  private answered(inflight: Inflight, isApplied: boolean): void {
    if (this.isDisposed) return
    if (isApplied && inflight.state === 'waiting') this.onBufferChanged([])
    if (!isApplied && inflight.state === 'echoed') this.typedTheSame(inflight)
    else if (inflight.state !== 'echoed') this.tail = inflight.delta.compose(this.tail)
    this.inflight = undefined
    this.refusals = isApplied && inflight.state === 'echoed' ? 0 : this.refusals + 1
    if (this.refusals > refusalsAtOnce) this.pause()
    this.flush()
  }

  /** The buffer refused an edit whose text has appeared nonetheless: the person typed the very same, and both count. */
  private typedTheSame(inflight: Inflight): void {
    if (this.shadow !== inflight.target) return
    inflight.state = 'waiting'
    this.typed(inflight.delta, this.shadow)
    this.tail = inflight.delta.compose(this.tail)
  }

  private pause(): void {
    const ms = Math.min(longestPauseMs, 2 ** (this.refusals - refusalsAtOnce))
    this.retry = setTimeout(() => {
      this.retry = undefined
      this.flush()
    }, ms)
  }

  private settled(): void {
    const caret = this.caretToReveal
    this.caretToReveal = undefined
    if (caret)
      this.buffer.reveal?.({
        anchor: this.lines.positionAt(caret.anchor),
        head: this.lines.positionAt(caret.head),
      })
    for (const listener of this.whenSettledListeners.splice(0)) listener()
  }

  private unarrived(): TextDelta {
    return this.inflight && this.inflight.state !== 'echoed' ? this.inflight.delta : nothing()
  }

  private caretInDocument(): SelectionOffsets | undefined {
    const selection = this.buffer.selection?.()
    return (
      selection && {
        anchor: this.documentOffset(selection.anchor),
        head: this.documentOffset(selection.head),
      }
    )
  }
}
