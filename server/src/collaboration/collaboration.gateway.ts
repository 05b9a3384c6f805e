import {
  AnnouncePresence,
  type AnswerOf,
  CheckDocument,
  JoinDocument,
  LeaveDocument,
  type RequestOf,
  UpdateDocument,
} from '@lienthong/protocol'
import { type OnGatewayDisconnect, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets'
import type { Server } from 'socket.io'
import type { ClientSocket } from '../transport/client-socket.ts'
import { OnAsk } from '../transport/on-ask.ts'
import { RoomsService } from './rooms.service.ts'

/** Documents over the socket. */
@WebSocketGateway()
export class CollaborationGateway implements OnGatewayInit, OnGatewayDisconnect {
  constructor(private readonly rooms: RoomsService) {}

  afterInit(server: Server): void {
    this.rooms.attach(server)
  }

  handleDisconnect(socket: ClientSocket): void {
    this.rooms.disconnected(socket)
  }

  @OnAsk(JoinDocument)
  join(
    socket: ClientSocket,
    request: RequestOf<typeof JoinDocument>,
  ): Promise<AnswerOf<typeof JoinDocument>> {
    return this.rooms.join(socket, request)
  }

  @OnAsk(LeaveDocument)
  leave(
    socket: ClientSocket,
    { documentId }: RequestOf<typeof LeaveDocument>,
  ): AnswerOf<typeof LeaveDocument> {
    this.rooms.leave(socket, documentId)
    return {}
  }

  @OnAsk(UpdateDocument)
  update(
    socket: ClientSocket,
    { documentId, update }: RequestOf<typeof UpdateDocument>,
  ): Promise<AnswerOf<typeof UpdateDocument>> {
    return this.rooms.update(socket, documentId, update).then(storedUnder)
  }

  @OnAsk(CheckDocument)
  check(
    socket: ClientSocket,
    request: RequestOf<typeof CheckDocument>,
  ): Promise<AnswerOf<typeof CheckDocument>> {
    return this.rooms.check(socket, request)
  }

  @OnAsk(AnnouncePresence)
  announce(
    socket: ClientSocket,
    request: RequestOf<typeof AnnouncePresence>,
  ): Promise<AnswerOf<typeof AnnouncePresence>> {
    return this.rooms.announce(socket, request)
  }
}

const storedUnder = (seq: number): AnswerOf<typeof UpdateDocument> => ({ seq })
