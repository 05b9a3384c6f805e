import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AccessModule } from '../access/access.module.ts'
import { OrganisationTreeModule } from '../organisations/organisation-tree.module.ts'
import { SearchModule } from '../search/search.module.ts'
import { DirectiveRow, ProvisionRow, TaskRow } from './directive.entity.ts'
import { DirectiveChangesService } from './directive-changes.service.ts'
import { DirectivePartsController } from './directive-parts.controller.ts'
import { DirectivePartsService } from './directive-parts.service.ts'
import { DirectivesController } from './directives.controller.ts'
import { DirectivesService } from './directives.service.ts'

@Module({
  imports: [
    TypeOrmModule.forFeature([DirectiveRow, ProvisionRow, TaskRow]),
    AccessModule,
    OrganisationTreeModule,
    SearchModule,
  ],
  controllers: [DirectivesController, DirectivePartsController],
  providers: [DirectivesService, DirectiveChangesService, DirectivePartsService],
  exports: [DirectivesService, DirectiveChangesService, DirectivePartsService],
})
export class DirectivesModule {}
