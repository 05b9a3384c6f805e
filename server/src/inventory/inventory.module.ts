import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AccessModule } from '../access/access.module.ts'
import { OrganisationTreeModule } from '../organisations/organisation-tree.module.ts'
import { SearchModule } from '../search/search.module.ts'
import { DatabaseRow } from './database.entity.ts'
import { DatabaseChangesService } from './database-changes.service.ts'
import { DatabasesController } from './databases.controller.ts'
import { DatabasesService } from './databases.service.ts'
import { InventoryListMember, InventoryListRow } from './inventory-list.entity.ts'
import { InventoryListsController } from './inventory-lists.controller.ts'
import { InventoryListsService } from './inventory-lists.service.ts'
import { ListMembersService } from './list-members.service.ts'

@Module({
  imports: [
    TypeOrmModule.forFeature([DatabaseRow, InventoryListRow, InventoryListMember]),
    AccessModule,
    OrganisationTreeModule,
    SearchModule,
  ],
  controllers: [DatabasesController, InventoryListsController],
  providers: [DatabasesService, DatabaseChangesService, InventoryListsService, ListMembersService],
  exports: [DatabasesService, DatabaseChangesService, InventoryListsService],
})
export class InventoryModule {}
