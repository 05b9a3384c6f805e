import { isDeepStrictEqual } from 'node:util'
import { type CheckResult, type Gathering, RunnerFailed, RunnerGone } from '@lienthong/plugin-engine'
import { type AnchoredRange, type Finding, FindingsChanged, type PayloadOf } from '@lienthong/protocol'
import type { Room } from '../collaboration/rooms.service.ts'
import { type Checking, patienceMs, type RunnerHost } from '../runner/runner-host.service.ts'
import { refusalOf } from '../transport/refusal.ts'
import { beginningOf } from './anchors.ts'
import { type Change, changeOf, type Delta, followedBy } from './changes.ts'
import { RoomFindings, type UnitFindings } from './room-findings.ts'
import type { Standing } from './standing.service.ts'
import { withWaivers } from './waived.ts'

/** A pause in typing after which a text is worth a check. */
const quietMs = 50
/** However long the typing goes on, a check starts after this. */
const atMostMs = 200
/** After a check, all its parts together, comes this many times as long a rest: while somebody writes without a pause, its rules take a fifth of a core. */
const restPerCheck = 4
/** However dear a document is, nobody waits longer for a check to begin. */
const restAtMostMs = 1000
/** How often in a row the runner may end under a document before that document is left alone until it changes. */
const maxLosses = 3

/** Where findings go. */
export interface FindingsOutlet {
  broadcast(payload: PayloadOf<typeof FindingsChanged>): void
}

/** What beside the text decides what is found. */
export interface Beside {
  /** `withEarlier`: with the versions before the published one. */
  standing(withEarlier: boolean): Promise<Standing>
  /** Of what the document refers to; null where references are not followed. */
  readonly gathering: Gathering | null
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
  private restsUntil = 0
  /** What the check took so far that is shown part by part, without what others were waited for meanwhile. */
  private spentMs = 0
  /** Whether the last check has shown a part only. */
  private isPartial = false
  /** What happened since the text that was sent last. */
  private since: Change = null
  private length: number
  private hasResult = false
  private losses = 0
  /** A rule compares with versions before the published one. */
  private wantsEarlier = false
  /** Null until it has been read. */
  private standing: Standing | null = null

  constructor(
    private readonly room: Room,
    private readonly host: RunnerHost,
    private readonly outlet: FindingsOutlet,
    private readonly beside: Beside,
  ) {
    this.length = room.text.length
    this.due(0)
  }

  changed(delta: Delta): void {
    const change = changeOf(delta, this.length)
    this.length = change.newLength
    this.since = followedBy(this.since, change)
    this.due(quietMs)
  }

  /** The plugins are other than before. */
  recheck(): void {
    this.due(0)
  }

  /** Whether the document refers to another, or to any where it is null. */
  refersTo(address: string | null): boolean {
    const { gathering } = this.beside
    return gathering !== null && (address === null ? gathering.isNeeded : gathering.has(address))
  }

  /** What the document refers to may be other than before. */
  async readLinked(): Promise<void> {
    if (await this.beside.gathering?.renew()) this.recheck()
  }

  get hasWaivers(): boolean {
    return (this.standing?.waivers.length ?? 0) > 0
  }

  /** Something beside the text may be other than before: what it changes is told. */
  async readStanding(): Promise<void> {
    const before = this.standing
    const standing = await this.beside.standing(this.wantsEarlier)
    this.standing = standing
    if (!before || this.isClosed) return
    const { waivers: _, ...ruling } = before
    const { waivers: __, ...rulingNow } = standing
    if (!isDeepStrictEqual(ruling, rulingNow)) this.recheck()
    if (this.hasResult && !isDeepStrictEqual(before.waivers, standing.waivers))
      this.outlet.broadcast(this.payload(true, this.findings.all))
  }

  /** Everything known, for somebody who has just joined; null before the first result. */
  get complete(): PayloadOf<typeof FindingsChanged> | null {
    return this.hasResult ? this.payload(true, this.findings.all) : null
  }

  /** What the newest check found, waivers aside; null before there is one, while a part of it is still to come, and where it failed. */
  get settled(): readonly Finding[] | null {
    if (!this.hasResult || this.isPartial) return null
    return this.findings.all.flatMap(({ findings }) => findings)
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
    const inMs = Math.max(Math.min(afterMs, leftMs), this.restsUntil - now, 0)
    this.timer = setTimeout(() => this.start(), inMs)
  }

  private start(): void {
    this.check().catch((error: unknown) => refusalOf(error, 'validation'))
  }

  private async check(): Promise<void> {
    this.timer = null
    this.isChecking = true
    const startedAt = performance.now()
    try {
      // Findings are worth showing also while the database does not answer.
      if (!this.standing) await this.readStanding().catch(error => refusalOf(error, 'validation'))
      await this.checkNow()
    } finally {
      this.isChecking = false
      const now = performance.now()
      this.spentMs += Math.max(now - startedAt - (this.isPartial ? patienceMs : 0), 0)
      if (!this.isPartial) {
        this.restsUntil = now + Math.min(restPerCheck * this.spentMs, restAtMostMs)
        this.spentMs = 0
      }
      if (this.isPartial) this.due(0)
      else if (this.dueSince !== null) this.due(quietMs)
    }
  }

  private async checkNow(): Promise<void> {
    this.dueSince = null
    let between: Change = null
    try {
      const result = await this.host.check(() => {
        between = this.since
        return this.taken()
      })
      this.losses = 0
      if (this.isClosed || !result) return
      const isComplete = result.isComplete || !this.hasResult
      const told = this.findings.take(result, between, { text: this.room.text, since: this.since })
      this.hasResult = true
      if (isComplete || told.length > 0) this.outlet.broadcast(this.payload(isComplete, told))
      this.gather(result)
      this.isPartial = result.isPartial
    } catch (error) {
      this.isPartial = false
      if (error instanceof RunnerGone) return this.lost(between)
      if (error instanceof RunnerFailed) this.leftUnchecked(between)
      throw error
    }
  }

  /** Beside: what is read slowly, or not at all, keeps nobody from what is known. */
  private gather({ wanted, wantsEarlier }: CheckResult): void {
    const failed = (error: unknown) => refusalOf(error, 'validation')
    this.beside.gathering?.take(wanted).then(isOther => isOther && this.recheck(), failed)
    if (!wantsEarlier || this.wantsEarlier) return
    this.wantsEarlier = true
    this.readStanding().catch(failed)
  }

  /** The text at hand, which from now on is the one that was sent last. */
  private taken(): Checking | null {
    if (this.isClosed) return null
    this.dueSince = null
    this.since = null
    const { documentId, format, text, document } = this.room
    const { layers = [], organisationPath = [], published = null } = this.standing ?? {}
    return {
      ...{ documentId, format, published, layers, organisationPath },
      revision: ++this.revision,
      ...this.near(),
      surroundings: this.beside.gathering?.surroundings ?? null,
      text: text.toString(),
      database: document.databaseCode,
    }
  }

  /** Where somebody looks, while not everything is checked yet: whoever has joined last. */
  private near(): Pick<Checking, 'near'> {
    if (this.hasResult && !this.isPartial) return {}
    const carets = this.room.presence.ours.flatMap(({ selections: [first] }) => first?.head ?? [])
    const last = carets.at(-1)
    const near = last && this.room.offsetOf(last)
    return typeof near === 'number' ? { near } : {}
  }

  /** Until it changes: the same text would fail again. */
  private leftUnchecked(between: Change): void {
    this.since = followedBy(between, this.since)
    this.giveUp()
  }

  /** The runner ended: the next one checks the whole text. A document under which it ends again and again waits for a change. */
  private lost(between: Change): void {
    this.losses++
    if (this.losses < maxLosses) this.due(quietMs * 2 ** this.losses)
    if (this.losses === maxLosses) this.leftUnchecked(between)
    else this.since = followedBy(between, this.since)
  }

  private giveUp(): void {
    this.findings.clear()
    this.hasResult = false
    this.outlet.broadcast(
      this.payload(true, [{ unit: '', findings: [unchecked(beginningOf(this.room.text))] }]),
    )
  }

  private payload(isComplete: boolean, units: UnitFindings): PayloadOf<typeof FindingsChanged> {
    const { documentId } = this.room
    return {
      documentId,
      revision: this.revision,
      isComplete,
      units: withWaivers(units, this.standing?.waivers ?? []),
    }
  }
}

const unchecked = (range: AnchoredRange): Finding => ({
  ruleId: 'lienthong/unchecked',
  severity: 'fault',
  message: {
    vi: 'Không kiểm tra được tài liệu này: bộ kiểm tra không đọc được nó. Hệ thống sẽ thử lại khi tài liệu thay đổi.',
    en: 'This document could not be checked: the checker cannot read it. It tries again when the document changes.',
  },
  range,
  fingerprint: 'unchecked',
  fixes: [],
})
