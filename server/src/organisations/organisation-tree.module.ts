import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { OrganisationRow } from './organisation.entity.ts'
import { OrganisationTreeService } from './organisation-tree.service.ts'

/** The tree alone, for features that the organisations' own REST interface depends on. */
@Module({
  imports: [TypeOrmModule.forFeature([OrganisationRow])],
  providers: [OrganisationTreeService],
  exports: [OrganisationTreeService],
})
export class OrganisationTreeModule {}
