import {
  type Anchor,
  type AnswerOf,
  type DocumentId,
  ListThreads,
  OpenThread,
  ProtocolError,
  ReplyToThread,
  type RequestOf,
  SetThreadState,
  type Thread,
  ThreadChanged,
  type ThreadId,
} from '@lienthong/protocol'
import type { OnModuleInit } from '@nestjs/common'
import { WebSocketGateway } from '@nestjs/websockets'
import { decodeRelativePosition } from 'yjs'
import { RoomsService } from '../collaboration/rooms.service.ts'
import { DocumentsService } from '../documents/documents.service.ts'
import { type NodeId, type NodeMessage, type NodeObserver, NodesService } from '../nodes/nodes.service.ts'
import type { ClientSocket } from '../transport/client-socket.ts'
import { OnAsk } from '../transport/on-ask.ts'
import { CommentsService } from './comments.service.ts'

/** A relative position takes about twenty bytes; this leaves room for long names. */
const maxPositionBytes = 256

/** Comment threads over the socket. */
@WebSocketGateway()
export class CommentsGateway implements NodeObserver, OnModuleInit {
  constructor(
    private readonly comments: CommentsService,
    private readonly rooms: RoomsService,
    private readonly documents: DocumentsService,
    private readonly nodes: NodesService,
  ) {}

  onModuleInit(): void {
    this.nodes.observe(this)
  }

  heard(_from: NodeId, message: NodeMessage): void {
    if (message.kind === 'thread') this.show(message.thread)
  }

  @OnAsk(ListThreads)
  async list(
    socket: ClientSocket,
    { documentId }: RequestOf<typeof ListThreads>,
  ): Promise<AnswerOf<typeof ListThreads>> {
    this.rooms.sessionOf(socket, documentId)
    return { threads: await this.comments.threadsOf(documentId) }
  }

  @OnAsk(OpenThread)
  async open(
    socket: ClientSocket,
    { documentId, anchor, body }: RequestOf<typeof OpenThread>,
  ): Promise<AnswerOf<typeof OpenThread>> {
    const { access } = this.rooms.sessionOf(socket, documentId)
    if (!access.canComment) throw new ProtocolError('RIGHT_MISSING', { action: 'comment:write' })
    requirePositions(anchor)
    return this.told(await this.comments.open(socket.data.actor, documentId, anchor, body))
  }

  @OnAsk(ReplyToThread)
  async reply(
    socket: ClientSocket,
    { threadId, body }: RequestOf<typeof ReplyToThread>,
  ): Promise<AnswerOf<typeof ReplyToThread>> {
    await this.requireComment(socket, threadId)
    return this.told(await this.comments.reply(socket.data.actor, threadId, body))
  }

  @OnAsk(SetThreadState)
  async setState(
    socket: ClientSocket,
    { threadId, state }: RequestOf<typeof SetThreadState>,
  ): Promise<AnswerOf<typeof SetThreadState>> {
    await this.requireComment(socket, threadId)
    return this.told(await this.comments.setState(threadId, state))
  }

  private told(thread: Thread): { thread: Thread } {
    this.show(thread)
    this.nodes.tell({ kind: 'thread', thread })
    return { thread }
  }

  private show(thread: Thread): void {
    this.rooms.broadcast(thread.documentId, ThreadChanged, { thread })
  }

  /** A thread of a document that the caller may not read does not exist for them. Errors: THREAD_NOT_FOUND, RIGHT_MISSING. */
  private async requireComment(socket: ClientSocket, threadId: ThreadId): Promise<void> {
    const canComment = await this.canComment(socket, await this.comments.documentOf(threadId))
    if (!canComment) throw new ProtocolError('RIGHT_MISSING', { action: 'comment:write' })
  }

  private async canComment(socket: ClientSocket, documentId: DocumentId): Promise<boolean> {
    try {
      return (await this.documents.accessible(socket.data.actor, documentId)).access.canComment
    } catch (error) {
      if (error instanceof ProtocolError && error.code === 'DOCUMENT_NOT_FOUND')
        throw new ProtocolError('THREAD_NOT_FOUND')
      throw error
    }
  }
}

/** Errors: MESSAGE_INVALID. Otherwise every later reader would have to cope with a broken anchor. */
const requirePositions = ({ start, end }: Anchor): void => {
  for (const [name, position] of Object.entries({ start, end }))
    if (position.length > maxPositionBytes || !isPosition(position))
      throw new ProtocolError('MESSAGE_INVALID', { detail: `anchor.${name}: not a relative position` })
}

const isPosition = (bytes: Uint8Array): boolean => {
  try {
    decodeRelativePosition(bytes)
    return true
  } catch {
    return false
  }
}
