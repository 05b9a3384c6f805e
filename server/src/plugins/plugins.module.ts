import { Module } from '@nestjs/common'
import { AccessModule } from '../access/access.module.ts'
import { OrganisationsModule } from '../organisations/organisations.module.ts'
import { RegistryModule } from '../registry/registry.module.ts'
import { RehearsalsModule } from '../rehearsals/rehearsals.module.ts'
import { RunnerModule } from '../runner/runner.module.ts'
import { PluginVersionsController } from './plugin-versions.controller.ts'
import { PluginsController } from './plugins.controller.ts'
import { PluginsService } from './plugins.service.ts'
import { PublishingService } from './publishing.service.ts'

/** Rule sets over REST. */
@Module({
  imports: [AccessModule, OrganisationsModule, RegistryModule, RehearsalsModule, RunnerModule],
  controllers: [PluginsController, PluginVersionsController],
  providers: [PluginsService, PublishingService],
  exports: [PluginsService],
})
export class PluginsModule {}
