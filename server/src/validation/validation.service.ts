import { type DocumentId, FindingsChanged } from '@lienthong/protocol'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { type Room, type RoomObserver, RoomsService } from '../collaboration/rooms.service.ts'
import type { ClientSocket } from '../transport/client-socket.ts'
import { RoomValidation } from './room-validation.ts'
import { RunnerHost } from './runner-host.service.ts'
import type { Delta } from './shifts.ts'

/** Live findings: every open document is checked as it changes, and everybody in it sees the same. */
@Injectable()
export class ValidationService implements RoomObserver, OnModuleInit {
  private readonly open = new Map<DocumentId, RoomValidation>()

  constructor(
    private readonly rooms: RoomsService,
    private readonly host: RunnerHost,
  ) {}

  onModuleInit(): void {
    this.rooms.observe(this)
    this.host.onQuarantine(() => this.recheckAll())
  }

  /** Checks every open document anew, since the plugins are other than before. */
  recheckAll(): void {
    for (const validation of this.open.values()) validation.recheck()
  }

  opened(room: Room): void {
    const { documentId } = room
    const outlet = {
      broadcast: (payload: Parameters<typeof this.rooms.broadcast<typeof FindingsChanged>>[2]) =>
        this.rooms.broadcast(documentId, FindingsChanged, payload),
    }
    this.open.get(documentId)?.close()
    this.open.set(documentId, new RoomValidation(room, this.host, outlet))
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
}
