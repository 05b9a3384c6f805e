import { Global, Module } from '@nestjs/common'
import { HealthController } from './health.controller.ts'
import { HealthService } from './health.service.ts'

@Global()
@Module({ controllers: [HealthController], providers: [HealthService], exports: [HealthService] })
export class HealthModule {}
