import { Global, Module } from '@nestjs/common'
import { OrganisationTreeModule } from '../organisations/organisation-tree.module.ts'
import { NodesService } from './nodes.service.ts'
import { RightsRelayService } from './rights-relay.service.ts'

/** Several servers over one PostgreSQL as one. */
@Global()
@Module({
  imports: [OrganisationTreeModule],
  providers: [NodesService, RightsRelayService],
  exports: [NodesService],
})
export class NodesModule {}
