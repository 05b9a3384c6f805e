import * as Y from 'yjs'
import { ProtocolError } from '../errors.ts'
import { maxUpdateBytes } from '../version.ts'
import { after, type Cancel } from './environment.ts'

export interface OutboxPort {
  /** Resolves when the update is on disk. */
  send(update: Uint8Array): Promise<unknown>
  /** Sending has stopped, nothing is forgotten: the owner decides when to {@link Outbox.resume}. */
  onRefused(error: ProtocolError): void
  /** `pending` may have changed. */
  onChange(): void
}

/** What is typed within this time travels as one update. Shorter sends more frames; longer is felt by whoever watches. */
const frameMs = 10

/** Updates on their way at once. One would wait for every commit; many would only queue at the server. */
const mostInFlight = 4

/** While nothing gets stored the others still see what is typed, in updates this far apart: the server passes on before it stores. */
const beyondThoseMs = 1000

/** The way of local edits to disk: merged per frame, sent in order, counted until acknowledged. */
export class Outbox {
  private made = 0
  private stored = 0
  private isSending = false
  private buffered: Uint8Array[] = []
  private inFlight: Batch[] = []
  private waiting: Waiting[] = []
  private cancelFrame: Cancel | undefined
  private cancelBeyond: Cancel | undefined
  private closedFor: ProtocolError | undefined

  constructor(private readonly port: OutboxPort) {}

  /** False between a refusal or {@link pause} and {@link resume}. */
  get isOpen(): boolean {
    return this.isSending
  }

  /** Edits that are not known to be on disk. */
  get pending(): number {
    return this.made - this.stored
  }

  push(update: Uint8Array): void {
    this.made++
    if (this.isSending) {
      this.buffered.push(update)
      this.cancelFrame ??= after(frameMs, () => this.frameEnded())
    }
    this.port.onChange()
  }

  /** Counts edits of an earlier session: they are on the way from the next {@link resume} on. */
  restored(count: number): void {
    this.made += count
    this.port.onChange()
  }

  /** Stops sending. Answers to what is on its way no longer count: whether all before them arrived is not known. */
  pause(): void {
    this.isSending = false
    this.buffered = []
    this.inFlight = []
    this.cancelFrame?.()
    this.cancelFrame = undefined
    this.cancelBeyond?.()
    this.cancelBeyond = undefined
  }

  /** Starts sending. `difference` holds every edit so far that the server may lack; undefined if it lacks none. */
  resume(difference: Uint8Array | undefined): void {
    this.pause()
    this.isSending = true
    if (difference) this.send(difference)
    this.port.onChange()
  }

  /** Resolves when every edit made so far is on disk; rejects when the outbox is closed before. */
  whenStored(): Promise<void> {
    if (this.pending === 0) return Promise.resolve()
    if (this.closedFor) return Promise.reject(this.closedFor)
    return new Promise((resolve, reject) => this.waiting.push({ upTo: this.made, resolve, reject }))
  }

  /** Nothing is sent any more, and whoever waits is told why. What was not stored stays counted. */
  close(error: ProtocolError): void {
    this.pause()
    this.closedFor = error
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }

  private frameEnded(): void {
    this.cancelFrame = undefined
    this.sendBuffered()
  }

  private sendBuffered(): void {
    if (this.cancelFrame || this.buffered.length === 0) return
    if (this.inFlight.length < mostInFlight) this.sendMerged()
    else this.cancelBeyond ??= after(beyondThoseMs, () => this.sendMerged())
  }

  private sendMerged(): void {
    this.cancelBeyond?.()
    this.cancelBeyond = undefined
    const update = Y.mergeUpdates(this.buffered)
    this.buffered = []
    this.send(update)
  }

  private send(update: Uint8Array): void {
    if (update.length > maxUpdateBytes) {
      this.refused(new ProtocolError('UPDATE_TOO_LARGE', { maxBytes: maxUpdateBytes }))
      return
    }
    const batch = { upTo: this.made, isStored: false }
    this.inFlight.push(batch)
    const round = this.inFlight
    void this.port.send(update).then(
      () => round === this.inFlight && this.accepted(batch),
      (error: unknown) => round === this.inFlight && this.refused(asProtocolError(error)),
    )
  }

  /** Edits are stored up to the oldest batch that is still on its way, whatever order the answers come in. */
  private accepted(batch: Batch): void {
    batch.isStored = true
    while (this.inFlight[0]?.isStored) this.stored = this.inFlight.shift()?.upTo ?? this.stored
    const done = this.waiting.filter(({ upTo }) => upTo <= this.stored)
    this.waiting = this.waiting.filter(({ upTo }) => upTo > this.stored)
    for (const { resolve } of done) resolve()
    this.sendBuffered()
    this.port.onChange()
  }

  private refused(error: ProtocolError): void {
    this.pause()
    this.port.onRefused(error)
  }
}

interface Waiting {
  upTo: number
  resolve: () => void
  reject: (error: ProtocolError) => void
}

interface Batch {
  /** How many edits had been made when it left. */
  upTo: number
  isStored: boolean
}

const asProtocolError = (error: unknown): ProtocolError => {
  if (error instanceof ProtocolError) return error
  throw error
}
