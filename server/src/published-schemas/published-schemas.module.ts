import { Module } from '@nestjs/common'
import { DocumentsModule } from '../documents/documents.module.ts'
import { InventoryModule } from '../inventory/inventory.module.ts'
import { RuleInputsModule } from '../rule-inputs/rule-inputs.module.ts'
import { RunnerModule } from '../runner/runner.module.ts'
import { VersionsModule } from '../versions/versions.module.ts'
import { PublishedSchemasService } from './published-schemas.service.ts'

@Module({
  imports: [DocumentsModule, InventoryModule, VersionsModule, RuleInputsModule, RunnerModule],
  providers: [PublishedSchemasService],
})
export class PublishedSchemasModule {}
