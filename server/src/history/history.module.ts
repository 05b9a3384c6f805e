import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DocumentsModule } from '../documents/documents.module.ts'
import { OrganisationTreeModule } from '../organisations/organisation-tree.module.ts'
import { AuthorsService } from './authors.service.ts'
import { AuthorshipService } from './authorship.service.ts'
import { CheckpointsService } from './checkpoints.service.ts'
import { HistoryController } from './history.controller.ts'
import { CheckpointRow, HistoryEntryRow, HistoryRow, HistoryStateRow } from './history.entities.ts'
import { HistoryService } from './history.service.ts'
import { HistoryIndexService } from './history-index.service.ts'
import { HistoryStoreService } from './history-store.service.ts'
import { LogReaderService } from './log-reader.service.ts'
import { NamedStatesService } from './named-states.service.ts'

@Module({
  imports: [
    TypeOrmModule.forFeature([HistoryRow, HistoryEntryRow, HistoryStateRow, CheckpointRow]),
    DocumentsModule,
    OrganisationTreeModule,
  ],
  controllers: [HistoryController],
  providers: [
    AuthorsService,
    AuthorshipService,
    CheckpointsService,
    HistoryIndexService,
    HistoryService,
    HistoryStoreService,
    LogReaderService,
    NamedStatesService,
  ],
  exports: [AuthorsService, HistoryService],
})
export class HistoryModule {}
