import {
  type AnnouncePresence,
  type AnswerOf,
  type CheckDocument,
  type DocumentAccess,
  DocumentAccessChanged,
  DocumentChunkSent,
  DocumentClosed,
  type DocumentId,
  type JoinDocument,
  maxChunkBytes,
  maxPresenceBytes,
  type Notice,
  type PayloadOf,
  ProtocolError,
  type RequestOf,
  type SessionId,
} from '@lienthong/protocol'
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common'
import type { Server } from 'socket.io'
import { Config } from '../config/config.ts'
import { newId } from '../database/ids.ts'
import { DocumentContentService } from '../documents/document-content.service.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import { NodesService } from '../nodes/nodes.service.ts'
import type { Actor } from '../transport/actor.ts'
import type { ClientSocket } from '../transport/client-socket.ts'
import { type ActorObserver, OpenSockets } from '../transport/open-sockets.ts'
import { Beat } from './beat.ts'
import { chunksOf } from './chunks.ts'
import { CompactionService } from './compaction.service.ts'
import { Observers, type RoomObserver } from './observers.ts'
import type { PresenceListener } from './presence-board.ts'
import type { Room } from './room.ts'
import { RoomRegistry, type Storage } from './room-registry.ts'
import { SelfCheck } from './self-check.ts'
import { freeColor, type Session } from './session.ts'
import { SlowReceivers } from './slow-receivers.ts'
import { SocketOutbox } from './socket-outbox.ts'
import { beyond, clocksOf } from './state-vectors.ts'
import { UpdateIntake } from './update-intake.ts'
import { UpdateLogService } from './update-log.service.ts'

export type { RoomObserver } from './observers.ts'
export type { Room } from './room.ts'

/** People come back to a document they have just closed; longer only costs memory. */
const idleTimeoutMs = 30_000

/** The documents that are open on this node and who is in them. */
@Injectable()
export class RoomsService implements ActorObserver, BeforeApplicationShutdown {
  private readonly beat = new Beat()
  private readonly outbox = new SocketOutbox()
  private readonly observers = new Observers()
  private readonly registry: RoomRegistry
  private readonly presenceListeners: PresenceListener[] = []
  private readonly slowReceivers = new SlowReceivers(this.outbox)
  private readonly selfCheck = new SelfCheck()
  private readonly intake: UpdateIntake
  private isStopping = false

  constructor(
    private readonly documents: DocumentsService,
    private readonly updateLog: UpdateLogService,
    content: DocumentContentService,
    compaction: CompactionService,
    openSockets: OpenSockets,
    nodes: NodesService,
    config: Config,
  ) {
    this.intake = new UpdateIntake(config.editLimits, updateLog.log)
    const storage: Storage = {
      load: documentId => content.load(documentId),
      rowsAfter: (documentId, seq) => content.rowsAfter(documentId, seq),
      compact: documentId => compaction.compact(documentId),
    }
    this.registry = new RoomRegistry(storage, {
      whenOthersAnswered: () => nodes.whenAnswered(),
      areOthersKnown: since => nodes.haveAnswered(since),
      log: updateLog.log,
      beat: this.beat,
      outbox: this.outbox,
      watcher: this.observers,
      presenceTold: (...told) => {
        for (const listener of this.presenceListeners) listener(...told)
      },
      idleTimeoutMs,
    })
    openSockets.observe(this)
  }

  attach(server: Server): void {
    this.outbox.attach(server)
    this.slowReceivers.watch(() => this.registry.all)
  }

  /** Follows every room that opens from now on. Call while the application starts. */
  observe(observer: RoomObserver): void {
    this.observers.add(observer)
  }

  /** Hears of people what others in their room are told. */
  onPresence(listener: PresenceListener): void {
    this.presenceListeners.push(listener)
  }

  /** Tells everybody who has the document open at this node. */
  broadcast<N extends Notice>(documentId: DocumentId, notice: N, payload: PayloadOf<N>): void {
    this.outbox.broadcast(documentId, notice, payload)
  }

  send<N extends Notice>(socket: ClientSocket, notice: N, payload: PayloadOf<N>): void {
    socket.emit(notice.name, payload)
  }

  get open(): readonly Room[] {
    return this.registry.all
  }

  roomOf(documentId: DocumentId): Room | undefined {
    return this.registry.get(documentId)
  }

  /** Errors: DOCUMENT_NOT_JOINED. */
  sessionOf(socket: ClientSocket, documentId: DocumentId): Session {
    return this.whereabouts(socket, documentId).session
  }

  /** Errors: DOCUMENT_NOT_FOUND, DOCUMENT_UNAVAILABLE, MESSAGE_INVALID, RATE_LIMITED, SERVER_STOPPING. */
  async join(
    socket: ClientSocket,
    { documentId, stateVector, clientId }: RequestOf<typeof JoinDocument>,
  ): Promise<AnswerOf<typeof JoinDocument>> {
    const clocks = clocksOf(stateVector)
    this.intake.admitJoin(socket.id)
    const { room, actor, access } = await this.admitted(socket, documentId)
    room.leave(socket.id)
    const session: Session = {
      id: newId<SessionId>(),
      socketId: socket.id,
      actor,
      color: freeColor(room.presence.everybody),
      clientId,
      ahead: beyond(room.doc, clocks),
      behind: null,
      access,
      selections: [],
      isAway: false,
    }
    const answer = this.enter(room, session, stateVector)
    void socket.join(documentId)
    setImmediate(() => this.welcome(room, session, socket))
    return answer
  }

  leave(socket: ClientSocket, documentId: DocumentId): void {
    void socket.leave(documentId)
    this.registry.get(documentId)?.leave(socket.id)
  }

  disconnected(socket: ClientSocket): void {
    for (const room of this.registry.all) room.leave(socket.id)
  }

  /** Resolves when the update is on disk, with its `seq` (rules S1, S7). */
  update(socket: ClientSocket, documentId: DocumentId, update: Uint8Array): Promise<number> {
    this.requireRunning()
    const { room, session } = this.whereabouts(socket, documentId)
    this.intake.admit(room, session, update)
    return room.content.submit(session, update)
  }

  /** Errors: DOCUMENT_NOT_JOINED, RATE_LIMITED. */
  async check(
    socket: ClientSocket,
    { documentId, stateVector, textHash }: RequestOf<typeof CheckDocument>,
  ): Promise<AnswerOf<typeof CheckDocument>> {
    this.intake.admitCheck(socket.id)
    const { room, session } = this.whereabouts(socket, documentId)
    await room.content.whenLive()
    return { verdict: this.selfCheck.compare(room, session, stateVector, textHash) }
  }

  /** Errors: DOCUMENT_NOT_JOINED, MESSAGE_INVALID, RATE_LIMITED. */
  async announce(
    socket: ClientSocket,
    { documentId, selections, isAway }: RequestOf<typeof AnnouncePresence>,
  ): Promise<AnswerOf<typeof AnnouncePresence>> {
    const { room, session } = this.whereabouts(socket, documentId)
    const bytes = selections.reduce((sum, { anchor, head }) => sum + anchor.length + head.length, 0)
    if (bytes > maxPresenceBytes)
      throw new ProtocolError('MESSAGE_INVALID', {
        detail: `selections: at most ${maxPresenceBytes} bytes`,
      })
    await room.presence.announce(session, selections, isAway)
    return {}
  }

  /** Somebody's rights have changed while they have documents open. */
  async actorChanged(socket: ClientSocket, actor: Actor): Promise<void> {
    for (const room of this.registry.all) {
      const session = room.sessions.get(socket.id)
      if (session) await this.reconsider(socket, actor, room, session)
    }
  }

  /** Takes no more edits, stores what it has, and lets everybody go. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true
    this.slowReceivers.close()
    this.beat.now()
    await Promise.race([
      this.updateLog.log.flush(),
      new Promise(resolve => setTimeout(resolve, 10_000).unref()),
    ])
    for (const room of this.registry.all) {
      const { documentId } = room
      this.outbox.broadcast(documentId, DocumentClosed, { documentId, code: 'SERVER_STOPPING' })
      room.close()
    }
  }

  /** Opens the document for who may read it by the rights of this moment: they may change while it is loaded (rule S12). */
  private async admitted(
    socket: ClientSocket,
    documentId: DocumentId,
  ): Promise<{ room: Room; actor: Actor; access: DocumentAccess }> {
    for (;;) {
      this.requireRunning()
      const { actor } = socket.data
      const { document, access } = await this.documents.accessible(actor, documentId)
      const room = await this.registry.open(document)
      if (socket.connected && !this.isStopping && socket.data.actor === actor) return { room, actor, access }
      room.rest()
      // Somebody who hung up meanwhile must not stay in the room forever.
      if (!socket.connected) throw new ProtocolError('SERVER_STOPPING')
    }
  }

  private enter(room: Room, session: Session, stateVector: Uint8Array): AnswerOf<typeof JoinDocument> {
    const lacking = room.enter(session, stateVector)
    const { documentId } = room
    const [chunk, ...rest] = chunksOf(lacking.update, maxChunkBytes)
    rest.forEach((further, at) => {
      this.outbox.send(session.socketId, DocumentChunkSent, { documentId, index: at + 1, chunk: further })
    })
    return {
      sessionId: session.id,
      access: session.access,
      stateVector: lacking.stateVector,
      seq: room.content.seq,
      chunks: rest.length + 1,
      chunk,
    }
  }

  private welcome(room: Room, session: Session, socket: ClientSocket): void {
    if (room.sessions.get(session.socketId) !== session) return
    room.presence.joined(session)
    this.observers.joined(room, socket)
  }

  private whereabouts(socket: ClientSocket, documentId: DocumentId): { room: Room; session: Session } {
    const room = this.registry.get(documentId)
    const session = room?.sessions.get(socket.id)
    if (!room || !session) throw new ProtocolError('DOCUMENT_NOT_JOINED')
    return { room, session }
  }

  private async reconsider(socket: ClientSocket, actor: Actor, room: Room, session: Session): Promise<void> {
    const { documentId } = room
    const access = await this.accessOf(actor, documentId)
    // The rights have changed again, and who changed them asks anew.
    if (socket.data.actor !== actor) return
    if (!access) {
      this.send(socket, DocumentClosed, { documentId, code: 'DOCUMENT_NOT_FOUND' })
      this.leave(socket, documentId)
      return
    }
    const { canEdit, canComment } = session.access
    if (canEdit === access.canEdit && canComment === access.canComment) return
    session.access = access
    this.send(socket, DocumentAccessChanged, { documentId, access })
    room.presence.touch(session)
  }

  private async accessOf(actor: Actor, documentId: DocumentId): Promise<DocumentAccess | null> {
    try {
      return (await this.documents.accessible(actor, documentId)).access
    } catch (error) {
      if (error instanceof ProtocolError && error.code === 'DOCUMENT_NOT_FOUND') return null
      throw error
    }
  }

  private requireRunning(): void {
    if (this.isStopping) throw new ProtocolError('SERVER_STOPPING')
  }
}
