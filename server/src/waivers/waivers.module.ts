import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DocumentsModule } from '../documents/documents.module.ts'
import { LedgerModule } from '../ledger/ledger.module.ts'
import { WaiverRow } from './waiver.entity.ts'
import { WaiversController } from './waivers.controller.ts'
import { WaiversService } from './waivers.service.ts'

@Module({
  imports: [TypeOrmModule.forFeature([WaiverRow]), DocumentsModule, LedgerModule],
  controllers: [WaiversController],
  providers: [WaiversService],
  exports: [WaiversService],
})
export class WaiversModule {}
