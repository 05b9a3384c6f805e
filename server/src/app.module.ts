import { type DynamicModule, Module } from '@nestjs/common'
import { Access1730000000300 } from './access/access.migration.ts'
import { AccessModule } from './access/access.module.ts'
import { DemoPeople1730000003000 } from './access/demo-people.migration.ts'
import { CollaborationModule } from './collaboration/collaboration.module.ts'
import { Comments1730000002100 } from './comments/comments.migration.ts'
import { CommentsModule } from './comments/comments.module.ts'
import { configModule } from './config/config.module.ts'
import { Config } from './config/config.ts'
import { databaseModule } from './database/database.module.ts'
import { Directives1730000001100 } from './directives/directives.migration.ts'
import { DirectivesModule } from './directives/directives.module.ts'
import { Documents1730000002000 } from './documents/documents.migration.ts'
import { DocumentsModule } from './documents/documents.module.ts'
import { HealthModule } from './health/health.module.ts'
import { History1730000002500 } from './history/history.migration.ts'
import { HistoryModule } from './history/history.module.ts'
import { Indicators1730000001200 } from './indicators/indicators.migration.ts'
import { IndicatorsModule } from './indicators/indicators.module.ts'
import { Inventory1730000001000 } from './inventory/inventory.migration.ts'
import { InventoryModule } from './inventory/inventory.module.ts'
import { ListSuccession1730000003100 } from './inventory/list-succession.migration.ts'
import { LanguageModule } from './language/language.module.ts'
import { Ledger1730000000100 } from './ledger/ledger.migration.ts'
import { LedgerModule } from './ledger/ledger.module.ts'
import { NodesModule } from './nodes/nodes.module.ts'
import { Organisations1730000000200 } from './organisations/organisations.migration.ts'
import { OrganisationsModule } from './organisations/organisations.module.ts'
import { PluginsModule } from './plugins/plugins.module.ts'
import { PublishedSchemasModule } from './published-schemas/published-schemas.module.ts'
import { Validation1730000002200 } from './registry/plugin-versions.migration.ts'
import { QuarantineKinds1730000003800 } from './registry/quarantine-kinds.migration.ts'
import { Quarantines1730000002700 } from './registry/quarantines.migration.ts'
import { Registry1730000003600 } from './registry/registry.migration.ts'
import { RehearsalsModule } from './rehearsals/rehearsals.module.ts'
import { RuleChoices1730000003400 } from './rule-choices/rule-choices.migration.ts'
import { Seed1730000001300 } from './seed/seed.migration.ts'
import { SeedModule } from './seed/seed.module.ts'
import { TransportModule } from './transport/transport.module.ts'
import { ValidationModule } from './validation/validation.module.ts'
import { Versions1730000003300 } from './versions/versions.migration.ts'
import { VersionsModule } from './versions/versions.module.ts'
import { Waivers1730000003200 } from './waivers/waivers.migration.ts'
import { WaiversModule } from './waivers/waivers.module.ts'

/** One line per feature that has tables. TypeORM runs them in the order of the number in the class's name. */
const migrations = [
  Ledger1730000000100,
  Organisations1730000000200,
  Access1730000000300,
  Inventory1730000001000,
  Directives1730000001100,
  Indicators1730000001200,
  Seed1730000001300,
  Documents1730000002000,
  Comments1730000002100,
  Validation1730000002200,
  History1730000002500,
  Quarantines1730000002700,
  DemoPeople1730000003000,
  ListSuccession1730000003100,
  Waivers1730000003200,
  Versions1730000003300,
  RuleChoices1730000003400,
  Registry1730000003600,
  QuarantineKinds1730000003800,
]

/** One line per feature. */
const features = [
  AccessModule,
  OrganisationsModule,
  LedgerModule,
  HealthModule,
  NodesModule,
  InventoryModule,
  DirectivesModule,
  IndicatorsModule,
  DocumentsModule,
  CollaborationModule,
  CommentsModule,
  HistoryModule,
  VersionsModule,
  WaiversModule,
  ValidationModule,
  PublishedSchemasModule,
  PluginsModule,
  RehearsalsModule,
  LanguageModule,
  SeedModule,
]

@Module({})
class AppModule {}

/** The whole server. */
export const appModule = (config: Config): DynamicModule => ({
  module: AppModule,
  imports: [configModule(config), databaseModule(config, migrations), TransportModule, ...features],
})
