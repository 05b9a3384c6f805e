import { Module } from '@nestjs/common'
import { CollaborationModule } from '../collaboration/collaboration.module.ts'
import { DocumentsModule } from '../documents/documents.module.ts'
import { InventoryModule } from '../inventory/inventory.module.ts'
import { LedgerModule } from '../ledger/ledger.module.ts'
import { RunnerModule } from '../runner/runner.module.ts'
import { VersionsModule } from '../versions/versions.module.ts'
import { LinkedDocumentsService } from './linked-documents.service.ts'
import { OutlinesService } from './outlines.service.ts'

@Module({
  imports: [
    CollaborationModule,
    DocumentsModule,
    InventoryModule,
    LedgerModule,
    RunnerModule,
    VersionsModule,
  ],
  providers: [LinkedDocumentsService, OutlinesService],
  exports: [LinkedDocumentsService, OutlinesService],
})
export class LinkedDocumentsModule {}
