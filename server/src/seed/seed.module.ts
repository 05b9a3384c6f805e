import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { DirectivesModule } from '../directives/directives.module.ts'
import { DocumentsModule } from '../documents/documents.module.ts'
import { IndicatorsModule } from '../indicators/indicators.module.ts'
import { InventoryModule } from '../inventory/inventory.module.ts'
import { OrganisationsModule } from '../organisations/organisations.module.ts'
import { DirectiveSeed } from './directive-seed.ts'
import { DocumentSeed } from './document-seed.ts'
import { IndicatorSeed } from './indicator-seed.ts'
import { DatabaseSeed, ListSeed } from './inventory-seed.ts'
import { OrganisationSeed } from './organisation-seed.ts'
import { RecordSeeds } from './record-seeds.ts'
import { SeedService } from './seed.service.ts'
import { SeedMark } from './seed-mark.entity.ts'

@Module({
  imports: [
    TypeOrmModule.forFeature([SeedMark]),
    OrganisationsModule,
    InventoryModule,
    DirectivesModule,
    IndicatorsModule,
    DocumentsModule,
  ],
  providers: [
    SeedService,
    OrganisationSeed,
    RecordSeeds,
    DatabaseSeed,
    ListSeed,
    DirectiveSeed,
    IndicatorSeed,
    DocumentSeed,
  ],
  exports: [SeedService],
})
export class SeedModule {}
