import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AccessModule } from '../access/access.module.ts'
import { CollaborationModule } from '../collaboration/collaboration.module.ts'
import { LedgerModule } from '../ledger/ledger.module.ts'
import { PluginChanges } from './plugin-changes.service.ts'
import { PluginQuarantineRow } from './plugin-quarantine.entity.ts'
import { PluginStore } from './plugin-store.service.ts'
import { PluginVersionRow } from './plugin-version.entity.ts'
import { PluginsController } from './plugins.controller.ts'
import { PluginsService } from './plugins.service.ts'
import { RunnerHost } from './runner-host.service.ts'
import { ValidationService } from './validation.service.ts'

@Module({
  imports: [
    TypeOrmModule.forFeature([PluginVersionRow, PluginQuarantineRow]),
    AccessModule,
    CollaborationModule,
    LedgerModule,
  ],
  controllers: [PluginsController],
  providers: [PluginStore, RunnerHost, ValidationService, PluginChanges, PluginsService],
})
export class ValidationModule {}
