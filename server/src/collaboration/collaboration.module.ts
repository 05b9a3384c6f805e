import { Module } from '@nestjs/common'
import { DocumentsModule } from '../documents/documents.module.ts'
import { CollaborationGateway } from './collaboration.gateway.ts'
import { CompactionService } from './compaction.service.ts'
import { RoomsController } from './rooms.controller.ts'
import { RoomsService } from './rooms.service.ts'
import { RoomsRelayService } from './rooms-relay.service.ts'
import { UpdateLogService } from './update-log.service.ts'

@Module({
  imports: [DocumentsModule],
  controllers: [RoomsController],
  providers: [CompactionService, RoomsService, RoomsRelayService, UpdateLogService, CollaborationGateway],
  exports: [RoomsService, UpdateLogService],
})
export class CollaborationModule {}
