import { RunnerError } from '@lienthong/plugin-engine'
import { type DocumentId, FindingsChanged, type Waiver, type WaiverId } from '@lienthong/protocol'
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common'
import { type Room, type RoomObserver, RoomsService } from '../collaboration/rooms.service.ts'
import { Config } from '../config/config.ts'
import { LinkedDocumentsService } from '../linked-documents/linked-documents.service.ts'
import { RuleInputsService } from '../rule-inputs/rule-inputs.service.ts'
import { RunnerHost } from '../runner/runner-host.service.ts'
import type { ClientSocket } from '../transport/client-socket.ts'
import { refusalOf } from '../transport/refusal.ts'
import type { Delta } from './changes.ts'
import { RoomValidation } from './room-validation.ts'
import { StandingService } from './standing.service.ts'
import { accepts } from './waived.ts'

/** Waivers end with the day, and what another node says may be lost. */
const standingReadEveryMs = 60_000

/** Live findings: every open document is checked as it changes, and everybody in it sees the same. */
@Injectable()
export class ValidationService implements RoomObserver, OnModuleInit, BeforeApplicationShutdown {
  private readonly open = new Map<DocumentId, RoomValidation>()
  private readonly isOneOfSeveral: boolean
  private reading: NodeJS.Timeout | undefined
  private readonly otherLinked = new Set<string | null>()
  private linkedTurn: Promise<void> = Promise.resolve()

  constructor(
    private readonly rooms: RoomsService,
    private readonly host: RunnerHost,
    private readonly standings: StandingService,
    private readonly inputs: RuleInputsService,
    private readonly linked: LinkedDocumentsService,
    config: Config,
  ) {
    this.isOneOfSeveral = config.databaseUrl !== null
  }

  onModuleInit(): void {
    this.rooms.observe(this)
    this.host.onChange(() => this.recheckAll())
    this.inputs.onChange(() => this.recheckAll())
    this.linked.onChange(address => this.readLinked(address))
    this.standings.countAcceptedBy((documentId, waivers) => this.accepted(documentId, waivers))
    this.standings.onChange(documentId => this.readStanding(documentId))
    this.reading = setInterval(() => this.readAgain(), standingReadEveryMs)
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.reading)
  }

  /** The plugins, or what their rules look up, are other than before. */
  private recheckAll(): void {
    for (const validation of this.open.values()) validation.recheck()
  }

  opened(room: Room): void {
    const { documentId } = room
    const outlet = {
      broadcast: (payload: Parameters<typeof this.rooms.broadcast<typeof FindingsChanged>>[2]) =>
        this.rooms.broadcast(documentId, FindingsChanged, payload),
    }
    this.open.get(documentId)?.close()
    const surrounding = {
      standing: (withEarlier: boolean) => this.standings.of(room.document, withEarlier),
      gathering: this.linked.gatheringFor(room.document),
    }
    this.open.set(documentId, new RoomValidation(room, this.host, outlet, surrounding))
  }

  changed({ documentId }: Room, delta: Delta): void {
    this.open.get(documentId)?.changed(delta)
  }

  closed({ documentId }: Room): void {
    this.open.get(documentId)?.close()
    this.open.delete(documentId)
    void this.host.close(documentId)
  }

  joined({ documentId }: Room, socket: ClientSocket): void {
    const complete = this.open.get(documentId)?.complete
    if (complete) this.rooms.send(socket, FindingsChanged, complete)
  }

  /** How many findings each accepts in the newest check; those of which that is not known are left out (rule W6). */
  private async accepted(
    documentId: DocumentId,
    waivers: readonly Waiver[],
  ): Promise<ReadonlyMap<WaiverId, number>> {
    if (!this.open.has(documentId)) return new Map()
    const ran = new Set(await this.host.ask(documentId, runner => runner.ran(documentId)).catch(noneIfGone))
    const found = this.open.get(documentId)?.settled
    if (!found) return new Map()
    const known = waivers.filter(({ ruleId }) => ran.has(ruleId))
    return new Map(known.map(w => [w.id, found.filter(finding => accepts(w, finding)).length]))
  }

  /** A document that others may refer to is other than before, or any where it is null. */
  private readLinked(address: string | null): void {
    this.otherLinked.add(address)
    if (this.otherLinked.size === 1) this.linkedTurn = this.linkedTurn.then(() => this.readLinkedNow())
  }

  /** Once for all that was told while others were read. */
  private async readLinkedNow(): Promise<void> {
    const addresses = [...this.otherLinked]
    this.otherLinked.clear()
    const refer = (validation: RoomValidation) => addresses.some(address => validation.refersTo(address))
    await inTurn([...this.open.values()].filter(refer), validation => validation.readLinked())
  }

  private readStanding(documentId: DocumentId | null): void {
    const concerned = documentId === null ? [...this.open.values()] : asList(this.open.get(documentId))
    void inTurn(concerned, validation => validation.readStanding())
  }

  /** Waivers end with their day; of the rest another node may have told in vain. */
  private readAgain(): void {
    this.standings.forget()
    void this.inputs.refresh()
    if (this.isOneOfSeveral) this.readLinked(null)
    if (this.isOneOfSeveral) this.host.catchUp().catch((error: unknown) => refusalOf(error, 'validation'))
    const mayHaveChanged = this.isOneOfSeveral
      ? [...this.open.values()]
      : [...this.open.values()].filter(({ hasWaivers }) => hasWaivers)
    void inTurn(mayHaveChanged, validation => validation.readStanding())
  }
}

/** One after the other: a thousand documents must not ask the database at once. */
const inTurn = async (
  validations: readonly RoomValidation[],
  read: (validation: RoomValidation) => Promise<void>,
): Promise<void> => {
  for (const validation of validations)
    await read(validation).catch((error: unknown) => refusalOf(error, 'validation'))
}

/** The next check is another runner's. */
const noneIfGone = (error: unknown): readonly string[] => {
  if (error instanceof RunnerError) return []
  throw error
}

const asList = <T>(found: T | undefined): readonly T[] => (found === undefined ? [] : [found])
