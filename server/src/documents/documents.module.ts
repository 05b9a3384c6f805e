import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AccessModule } from '../access/access.module.ts'
import { InventoryModule } from '../inventory/inventory.module.ts'
import { LedgerModule } from '../ledger/ledger.module.ts'
import { SearchModule } from '../search/search.module.ts'
import { DocumentRow } from './document.entity.ts'
import { DocumentContentService } from './document-content.service.ts'
import { DocumentSnapshotRow } from './document-snapshot.entity.ts'
import { DocumentUpdateRow } from './document-update.entity.ts'
import { DocumentsController } from './documents.controller.ts'
import { DocumentsService } from './documents.service.ts'

@Module({
  imports: [
    TypeOrmModule.forFeature([DocumentRow, DocumentUpdateRow, DocumentSnapshotRow]),
    AccessModule,
    InventoryModule,
    LedgerModule,
    SearchModule,
  ],
  controllers: [DocumentsController],
  providers: [DocumentsService, DocumentContentService],
  exports: [DocumentsService, DocumentContentService],
})
export class DocumentsModule {}
