import { Module } from '@nestjs/common'
import { SearchModule } from '../search/search.module.ts'
import { OrganisationChangesService } from './organisation-changes.service.ts'
import { OrganisationTreeModule } from './organisation-tree.module.ts'
import { OrganisationsController } from './organisations.controller.ts'
import { OrganisationsService } from './organisations.service.ts'

@Module({
  imports: [OrganisationTreeModule, SearchModule],
  controllers: [OrganisationsController],
  providers: [OrganisationsService, OrganisationChangesService],
  exports: [OrganisationsService, OrganisationChangesService],
})
export class OrganisationsModule {}
