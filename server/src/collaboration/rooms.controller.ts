import { OpenRoom } from '@lienthong/protocol'
import { Controller, Get } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import * as z from 'zod/mini'
import { DocumentsService } from '../documents/documents.service.ts'
import type { Actor } from '../transport/actor.ts'
import { CurrentActor } from '../transport/current-actor.ts'
import { Requires } from '../transport/rights.ts'
import { Answers } from '../transport/valid.ts'
import type { Room } from './room.ts'
import { RoomsService } from './rooms.service.ts'

/** Who is editing what now. */
@ApiTags('rooms')
@Controller('api/v1/rooms')
export class RoomsController {
  constructor(
    private readonly rooms: RoomsService,
    private readonly documents: DocumentsService,
  ) {}

  @Get()
  @Requires('document:read')
  @Answers(z.array(OpenRoom))
  async list(@CurrentActor() actor: Actor): Promise<OpenRoom[]> {
    const peopled = this.rooms.open.filter(room => room.presence.everybody.length > 0)
    const readable = await this.documents.readableOf(
      actor,
      peopled.map(room => room.documentId),
    )
    return peopled.filter(room => readable.has(room.documentId)).map(openRoomOf)
  }
}

const openRoomOf = ({ document, presence }: Room): OpenRoom => ({
  documentId: document.id,
  databaseCode: document.databaseCode,
  path: document.path,
  title: document.title,
  people: [...new Map(presence.everybody.map(person => [person.personId, person])).values()].map(
    ({ personId, displayName, organisationName, canEdit, color }) => ({
      personId,
      displayName,
      organisationName,
      canEdit,
      color,
    }),
  ),
})
