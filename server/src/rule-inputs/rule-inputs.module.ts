import { Module } from '@nestjs/common'
import { AccessModule } from '../access/access.module.ts'
import { DirectivesModule } from '../directives/directives.module.ts'
import { InventoryModule } from '../inventory/inventory.module.ts'
import { LedgerModule } from '../ledger/ledger.module.ts'
import { OrganisationsModule } from '../organisations/organisations.module.ts'
import { InputRecordsService } from './input-records.service.ts'
import { RuleInputsController } from './rule-inputs.controller.ts'
import { RuleInputsService } from './rule-inputs.service.ts'

@Module({
  imports: [AccessModule, LedgerModule, DirectivesModule, InventoryModule, OrganisationsModule],
  controllers: [RuleInputsController],
  providers: [InputRecordsService, RuleInputsService],
  exports: [RuleInputsService],
})
export class RuleInputsModule {}
