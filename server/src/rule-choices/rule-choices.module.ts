import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { InventoryModule } from '../inventory/inventory.module.ts'
import { LedgerModule } from '../ledger/ledger.module.ts'
import { OrganisationTreeModule } from '../organisations/organisation-tree.module.ts'
import { RuleChoicesRow } from './rule-choices.entity.ts'
import { RuleChoicesService } from './rule-choices.service.ts'

@Module({
  imports: [
    TypeOrmModule.forFeature([RuleChoicesRow]),
    InventoryModule,
    OrganisationTreeModule,
    LedgerModule,
  ],
  providers: [RuleChoicesService],
  exports: [RuleChoicesService],
})
export class RuleChoicesModule {}
