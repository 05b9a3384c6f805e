import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { LedgerController } from './ledger.controller.ts'
import { LedgerService } from './ledger.service.ts'
import { LedgerEntryRow, LedgerHead } from './ledger-entry.entity.ts'

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([LedgerEntryRow, LedgerHead])],
  controllers: [LedgerController],
  providers: [LedgerService],
  exports: [LedgerService],
})
export class LedgerModule {}
