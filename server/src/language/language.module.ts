import { Module } from '@nestjs/common'
import { AccessModule } from '../access/access.module.ts'
import { CollaborationModule } from '../collaboration/collaboration.module.ts'
import { DirectivesModule } from '../directives/directives.module.ts'
import { DocumentsModule } from '../documents/documents.module.ts'
import { InventoryModule } from '../inventory/inventory.module.ts'
import { LinkedDocumentsModule } from '../linked-documents/linked-documents.module.ts'
import { OrganisationsModule } from '../organisations/organisations.module.ts'
import { PluginsModule } from '../plugins/plugins.module.ts'
import { RuleInputsModule } from '../rule-inputs/rule-inputs.module.ts'
import { RunnerModule } from '../runner/runner.module.ts'
import { ExplanationsService } from './explanations.service.ts'
import { LanguageGateway } from './language.gateway.ts'
import { PlacesService } from './places.service.ts'
import { PluginHelpService } from './plugin-help.service.ts'
import { ProposalsService } from './proposals.service.ts'
import { RenamesService } from './renames.service.ts'
import { SurroundingsService } from './surroundings.service.ts'

@Module({
  imports: [
    AccessModule,
    CollaborationModule,
    DocumentsModule,
    DirectivesModule,
    InventoryModule,
    LinkedDocumentsModule,
    OrganisationsModule,
    PluginsModule,
    RuleInputsModule,
    RunnerModule,
  ],
  providers: [
    LanguageGateway,
    SurroundingsService,
    PlacesService,
    PluginHelpService,
    ExplanationsService,
    ProposalsService,
    RenamesService,
  ],
})
export class LanguageModule {}
