import type { DocumentId, Participant, SessionId } from '@lienthong/protocol'
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common'
import { Config } from '../config/config.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import { type NodeId, type NodeMessage, type NodeObserver, NodesService } from '../nodes/nodes.service.ts'
import type { Room } from './room.ts'
import { RoomsService } from './rooms.service.ts'
import { UpdateLogService } from './update-log.service.ts'

/** How often the log's heads are looked at: while nobody rings, and in case a ring was lost. */
const pollMs = 2000
const pollsToSkip = 5

/** Joins the rooms of all nodes that have a document open (rule S13): what is stored is read from the log, who is here is told. */
@Injectable()
export class RoomsRelayService implements NodeObserver, OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Rooms')
  private timer: NodeJS.Timeout | undefined
  private skipped = 0

  constructor(
    private readonly nodes: NodesService,
    private readonly rooms: RoomsService,
    private readonly updateLog: UpdateLogService,
    private readonly documents: DocumentsService,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.nodes.observe(this)
    this.updateLog.onCommitted(heads => this.nodes.tell({ kind: 'stored', heads: [...heads] }))
    this.rooms.observe({
      opened: ({ documentId }) => this.nodes.tell({ kind: 'who', documentId }),
      joined: (room, { id }) => this.tellLease(room, id),
      changed: () => {},
      closed: () => {},
    })
    this.rooms.onPresence((documentId, present, left) =>
      this.nodes.tell({ kind: 'present', documentId, present, left }),
    )
    // The embedded database has one server only.
    if (this.config.databaseUrl) this.timer = setInterval(() => void this.tick(), pollMs)
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer)
  }

  heard(from: NodeId, message: NodeMessage): void {
    if (message.kind === 'stored') this.rang(message.heads)
    else if (message.kind === 'present') this.presence(from, message)
    else if (message.kind === 'people') this.people(from, message.rooms)
    else if (message.kind === 'who') this.answer(message.documentId)
    else if (message.kind === 'leases')
      this.rooms.roomOf(message.documentId)?.content.leases.heard(message.leases)
  }

  reunited(): void {
    this.nodes.tell({ kind: 'who', documentId: null })
    this.tellEverybody()
    void this.poll()
  }

  gone(node: NodeId): void {
    for (const { presence } of this.rooms.open) presence.forget(node)
  }

  private rang(heads: readonly [DocumentId, number][]): void {
    for (const [documentId, seq] of heads) this.rooms.roomOf(documentId)?.content.heard(seq)
  }

  private presence(
    from: NodeId,
    told: { documentId: DocumentId; present: Participant[]; left: SessionId[] },
  ): void {
    this.rooms.roomOf(told.documentId)?.presence.heard(from, told.present, told.left)
  }

  /** Replaces all that was known of that node. */
  private people(from: NodeId, rooms: readonly [DocumentId, Participant[]][]): void {
    const told = new Map(rooms)
    for (const { documentId, presence } of this.rooms.open) presence.replace(from, told.get(documentId) ?? [])
  }

  private answer(documentId: DocumentId | null): void {
    if (documentId === null) {
      this.tellEverybody()
      return
    }
    const room = this.rooms.roomOf(documentId)
    if (!room) return
    this.tellLeases(room)
    const present = room.presence.ours
    if (present.length > 0) this.nodes.tell({ kind: 'present', documentId, present, left: [] })
  }

  /** Before anybody else can write in the name of who has just come. */
  private tellLease({ documentId, content, sessions }: Room, socketId: string): void {
    const session = sessions.get(socketId)
    const lease = session && content.leases.of(session.clientId)
    if (lease) this.nodes.tell({ kind: 'leases', documentId, leases: [lease] })
  }

  /** To whoever has not heard them one by one. */
  private tellLeases({ documentId, content }: Room): void {
    const leases = content.leases.all
    if (leases.length > 0) this.nodes.tell({ kind: 'leases', documentId, leases })
  }

  private tellEverybody(): void {
    for (const room of this.rooms.open) this.tellLeases(room)
    const rooms = this.rooms.open.map(({ documentId, presence }): [DocumentId, Participant[]] => [
      documentId,
      presence.ours,
    ])
    this.nodes.tell({ kind: 'people', rooms: rooms.filter(([, people]) => people.length > 0) })
  }

  private async tick(): Promise<void> {
    if (this.nodes.isConnected && ++this.skipped < pollsToSkip) return
    this.skipped = 0
    await this.poll()
  }

  private async poll(): Promise<void> {
    const open = this.rooms.open.filter(isReadable).map(({ documentId }) => documentId)
    if (open.length === 0) return
    try {
      this.rang([...(await this.documents.headsOf(open))])
    } catch (error) {
      // The next poll is soon.
      this.logger.warn({
        msg: 'poll failed',
        reason: error instanceof Error ? error.message : 'not an Error',
      })
    }
  }
}

/** A room that is loading reads everything anyway. */
const isReadable = ({ state }: Room): boolean => state.kind !== 'loading' && state.kind !== 'closed'
