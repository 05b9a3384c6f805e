import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { CollaborationModule } from '../collaboration/collaboration.module.ts'
import { DocumentsModule } from '../documents/documents.module.ts'
import { CommentRow, CommentThreadRow } from './comment-thread.entity.ts'
import { CommentsGateway } from './comments.gateway.ts'
import { CommentsService } from './comments.service.ts'
import { ThreadsController } from './threads.controller.ts'

@Module({
  imports: [TypeOrmModule.forFeature([CommentThreadRow, CommentRow]), CollaborationModule, DocumentsModule],
  controllers: [ThreadsController],
  providers: [CommentsService, CommentsGateway],
})
export class CommentsModule {}
