import { Module } from '@nestjs/common'
import { AccessModule } from '../access/access.module.ts'
import { CollaborationModule } from '../collaboration/collaboration.module.ts'
import { InventoryModule } from '../inventory/inventory.module.ts'
import { LinkedDocumentsModule } from '../linked-documents/linked-documents.module.ts'
import { OrganisationsModule } from '../organisations/organisations.module.ts'
import { RegistryModule } from '../registry/registry.module.ts'
import { RuleChoicesModule } from '../rule-choices/rule-choices.module.ts'
import { RuleInputsModule } from '../rule-inputs/rule-inputs.module.ts'
import { RunnerModule } from '../runner/runner.module.ts'
import { VersionsModule } from '../versions/versions.module.ts'
import { WaiversModule } from '../waivers/waivers.module.ts'
import { RuleBook } from './rule-book.service.ts'
import { RuleChoicesController } from './rule-choices.controller.ts'
import { StandingService } from './standing.service.ts'
import { ValidationService } from './validation.service.ts'
import { VersionJudge } from './version-judge.service.ts'

@Module({
  imports: [
    AccessModule,
    CollaborationModule,
    RegistryModule,
    VersionsModule,
    WaiversModule,
    RuleChoicesModule,
    RuleInputsModule,
    InventoryModule,
    LinkedDocumentsModule,
    RunnerModule,
    OrganisationsModule,
  ],
  controllers: [RuleChoicesController],
  providers: [StandingService, RuleBook, ValidationService, VersionJudge],
  exports: [StandingService],
})
export class ValidationModule {}
