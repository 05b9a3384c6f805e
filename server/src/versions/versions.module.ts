import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DocumentsModule } from '../documents/documents.module.ts'
import { HistoryModule } from '../history/history.module.ts'
import { VersionRow } from './version.entity.ts'
import { VersionsController } from './versions.controller.ts'
import { VersionsService } from './versions.service.ts'

@Module({
  imports: [TypeOrmModule.forFeature([VersionRow]), DocumentsModule, HistoryModule],
  controllers: [VersionsController],
  providers: [VersionsService],
  exports: [VersionsService],
})
export class VersionsModule {}
