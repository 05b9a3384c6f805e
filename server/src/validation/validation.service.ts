import { type DocumentId, FindingsChanged } from '@lienthong/protocol'
import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common'
import { type Room, type RoomObserver, RoomsService } from '../collaboration/rooms.service.ts'
import { Config } from '../config/config.ts'
import { RuleInputsService } from '../rule-inputs/rule-inputs.service.ts'
import type { ClientSocket } from '../transport/client-socket.ts'
import { refusalOf } from '../transport/refusal.ts'
import type { Delta } from './changes.ts'
import { RoomValidation } from './room-validation.ts'
import { RunnerHost } from './runner-host.service.ts'
import { StandingService } from './standing.service.ts'

/** Waivers end with the day, and what another node says may be lost. */
const standingReadEveryMs = 60_000

/** Live findings: every open document is checked as it changes, and everybody in it sees the same. */
@Injectable()
export class ValidationService implements RoomObserver, OnModuleInit, BeforeApplicationShutdown {
  private readonly open = new Map<DocumentId, RoomValidation>()
  private readonly isOneOfSeveral: boolean
  private reading: NodeJS.Timeout | undefined

  constructor(
    private readonly rooms: RoomsService,
    private readonly host: RunnerHost,
    private readonly standings: StandingService,
    private readonly inputs: RuleInputsService,
    config: Config,
  ) {
    this.isOneOfSeveral = config.databaseUrl !== null
  }

  onModuleInit(): void {
    this.rooms.observe(this)
    this.host.onChange(() => this.recheckAll())
    this.inputs.onChange(() => this.recheckAll())
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
    const read = () => this.standings.of(room.document)
    this.open.set(documentId, new RoomValidation(room, this.host, outlet, read))
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

  private readStanding(documentId: DocumentId | null): void {
    const concerned = documentId === null ? [...this.open.values()] : [this.open.get(documentId)]
    void readInTurn(concerned)
  }

  /** Waivers end with their day; of the rest another node may have told in vain. */
  private readAgain(): void {
    this.standings.forget()
    void this.inputs.refresh()
    if (this.isOneOfSeveral) this.host.catchUp().catch((error: unknown) => refusalOf(error, 'validation'))
    const mayHaveChanged = this.isOneOfSeveral
      ? [...this.open.values()]
      : [...this.open.values()].filter(({ hasWaivers }) => hasWaivers)
    void readInTurn(mayHaveChanged)
  }
}

/** One after the other: a thousand documents must not ask the database at once. */
const readInTurn = async (validations: readonly (RoomValidation | undefined)[]): Promise<void> => {
  for (const validation of validations)
    await validation?.readStanding().catch((error: unknown) => refusalOf(error, 'validation'))
}
