import { Global, Module } from '@nestjs/common'
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core'
import { EtagInterceptor } from './etag.ts'
import { OpenSockets } from './open-sockets.ts'
import { ProblemFilter } from './problem.filter.ts'
import { ReadingPace } from './reading-pace.ts'
import { SocketsGateway } from './sockets.gateway.ts'

/** Problem+json, ETags and the list of open sockets, for every feature. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    OpenSockets,
    ReadingPace,
    SocketsGateway,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
  ],
  exports: [OpenSockets],
})
export class TransportModule {}
