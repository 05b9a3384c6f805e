import { RunnerGone } from '@lienthong/plugin-engine'
import { type AnchoredRange, type Finding, FindingsChanged, type PayloadOf } from '@lienthong/protocol'
import type { Room } from '../collaboration/rooms.service.ts'
import { refusalOf } from '../transport/refusal.ts'
import { beginningOf } from './anchors.ts'
import { RoomFindings, type UnitFindings } from './room-findings.ts'
import type { RunnerHost } from './runner-host.service.ts'
import type { Delta } from './shifts.ts'

/** A pause in typing after which a text is worth a check. */
const quietMs = 50
/** However long the typing goes on, a check starts after this. */
const atMostMs = 200
/** How often in a row the runner may end under a document before that document is left alone until it changes. */
const maxLosses = 3

/** Where findings go. */
export interface FindingsOutlet {
  broadcast(payload: PayloadOf<typeof FindingsChanged>): void
}

/** Checks one open document as it changes: one check at a time, always of the newest text. */
export class RoomValidation {
  private readonly findings = new RoomFindings()
  private revision = 0
  private isChecking = false
  private isClosed = false
  /** Something is waiting to be checked since then. */
  private dueSince: number | null = null
  private timer: NodeJS.Timeout | null = null
  /** What happened since the text that was sent last. */
  private since: Delta[] = []
  private hasResult = false
  private losses = 0

  constructor(
    private readonly room: Room,
    private readonly host: RunnerHost,
    private readonly outlet: FindingsOutlet,
  ) {
    this.due(0)
  }

  changed(delta: Delta): void {
    this.since.push(delta)
    this.due(quietMs)
  }

  /** The plugins are other than before. */
  recheck(): void {
    this.due(0)
  }

  /** Everything known, for somebody who has just joined; null before the first result. */
  get complete(): PayloadOf<typeof FindingsChanged> | null {
    return this.hasResult ? this.payload(true, this.findings.all) : null
  }

  close(): void {
    this.isClosed = true
    if (this.timer) clearTimeout(this.timer)
  }

  private due(afterMs: number): void {
    if (this.isClosed) return
    const now = performance.now()
    this.dueSince ??= now
    if (this.isChecking) return
    if (this.timer) clearTimeout(this.timer)
    const leftMs = this.dueSince + atMostMs - now
    this.timer = setTimeout(() => this.start(), Math.max(0, Math.min(afterMs, leftMs)))
  }

  private start(): void {
    this.check().catch((error: unknown) => refusalOf(error, 'validation'))
  }

  private async check(): Promise<void> {
    this.timer = null
    this.dueSince = null
    this.isChecking = true
    const between = this.since
    this.since = []
    const { documentId, format } = this.room
    try {
      const text = this.room.text.toString()
      const result = await this.host.check({ documentId, revision: ++this.revision, format, text })
      this.losses = 0
      if (this.isClosed) return
      const isComplete = result.isComplete || !this.hasResult
      const told = this.findings.take(result, between, { text: this.room.text, since: this.since })
      this.hasResult = true
      if (isComplete || told.length > 0) this.outlet.broadcast(this.payload(isComplete, told))
    } catch (error) {
      if (!(error instanceof RunnerGone)) throw error
      this.lost(between)
    } finally {
      this.isChecking = false
      if (this.dueSince !== null) this.due(quietMs)
    }
  }

  /** The runner ended: the next one checks the whole text. A document under which it ends again and again waits for a change. */
  private lost(between: Delta[]): void {
    this.losses++
    this.since = [...between, ...this.since]
    if (this.losses < maxLosses) this.due(quietMs * 2 ** this.losses)
    else if (this.losses === maxLosses) this.giveUp()
  }

  private giveUp(): void {
    this.findings.clear()
    this.hasResult = false
    this.outlet.broadcast(
      this.payload(true, [{ unit: '', findings: [unchecked(beginningOf(this.room.text))] }]),
    )
  }

  private payload(isComplete: boolean, units: UnitFindings): PayloadOf<typeof FindingsChanged> {
    return { documentId: this.room.documentId, revision: this.revision, isComplete, units }
  }
}

const unchecked = (range: AnchoredRange): Finding => ({
  ruleId: 'lienthong/unchecked',
  severity: 'fault',
  message: {
    vi: 'Không kiểm tra được tài liệu này: bộ kiểm tra đã dừng nhiều lần. Hệ thống sẽ thử lại khi tài liệu thay đổi.',
    en: 'This document could not be checked: the checker ended repeatedly. It tries again when the document changes.',
  },
  range,
  fingerprint: 'unchecked',
  fixes: [],
})
