import { Module } from '@nestjs/common'
import { DocumentsModule } from '../documents/documents.module.ts'
import { LinkedDocumentsModule } from '../linked-documents/linked-documents.module.ts'
import { OrganisationsModule } from '../organisations/organisations.module.ts'
import { RegistryModule } from '../registry/registry.module.ts'
import { RuleInputsModule } from '../rule-inputs/rule-inputs.module.ts'
import { ValidationModule } from '../validation/validation.module.ts'
import { VersionsModule } from '../versions/versions.module.ts'
import { RehearsalRunner } from './rehearsal-runner.service.ts'
import { RehearsalsController } from './rehearsals.controller.ts'
import { RehearsalsService } from './rehearsals.service.ts'
import { RehearsedTexts } from './rehearsed-texts.service.ts'
import { TryOuts } from './try-outs.service.ts'

@Module({
  imports: [
    DocumentsModule,
    LinkedDocumentsModule,
    OrganisationsModule,
    RegistryModule,
    RuleInputsModule,
    ValidationModule,
    VersionsModule,
  ],
  controllers: [RehearsalsController],
  providers: [RehearsalRunner, RehearsedTexts, RehearsalsService, TryOuts],
  exports: [TryOuts],
})
export class RehearsalsModule {}
