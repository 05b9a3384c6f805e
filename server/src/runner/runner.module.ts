import { Module } from '@nestjs/common'
import { OrganisationsModule } from '../organisations/organisations.module.ts'
import { RegistryModule } from '../registry/registry.module.ts'
import { RuleInputsModule } from '../rule-inputs/rule-inputs.module.ts'
import { RunnerHost } from './runner-host.service.ts'

@Module({
  imports: [RegistryModule, RuleInputsModule, OrganisationsModule],
  providers: [RunnerHost],
  exports: [RunnerHost],
})
export class RunnerModule {}
