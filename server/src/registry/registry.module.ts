import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { InventoryModule } from '../inventory/inventory.module.ts'
import { LedgerModule } from '../ledger/ledger.module.ts'
import { OrganisationTreeModule } from '../organisations/organisation-tree.module.ts'
import { SearchModule } from '../search/search.module.ts'
import { OrganisationPaths } from './organisation-paths.service.ts'
import { PluginChanges } from './plugin-changes.service.ts'
import { PluginDeprecationRow } from './plugin-deprecation.entity.ts'
import { PluginInstallationRow } from './plugin-installation.entity.ts'
import { PluginQuarantineRow } from './plugin-quarantine.entity.ts'
import { PluginStore } from './plugin-store.service.ts'
import { PluginVersionRow } from './plugin-version.entity.ts'
import { PluginVersionsService } from './plugin-versions.service.ts'
import { RegistrySteps } from './registry-steps.service.ts'
import { VersionList } from './version-list.service.ts'

@Module({
  imports: [
    TypeOrmModule.forFeature([
      PluginVersionRow,
      PluginInstallationRow,
      PluginDeprecationRow,
      PluginQuarantineRow,
    ]),
    InventoryModule,
    LedgerModule,
    OrganisationTreeModule,
    SearchModule,
  ],
  providers: [
    PluginStore,
    OrganisationPaths,
    RegistrySteps,
    PluginChanges,
    PluginVersionsService,
    VersionList,
  ],
  exports: [PluginStore, OrganisationPaths, PluginChanges, PluginVersionsService, VersionList],
})
export class RegistryModule {}
