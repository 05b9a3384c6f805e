import { Controller, Get, Res } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import type { Response } from 'express'
import * as z from 'zod/mini'
import { Public } from '../transport/rights.ts'
import { Answers } from '../transport/valid.ts'
import { HealthService } from './health.service.ts'

const Health = z.object({
  status: z.enum(['live', 'ready', 'degraded']),
  troubles: z.optional(z.record(z.string(), z.string())),
})
type Health = z.infer<typeof Health>

/** For load balancers and operators: live means do not restart me, ready means send me traffic. */
@Controller('health')
@ApiTags('health')
@Public()
export class HealthController {
  constructor(private readonly health: HealthService) {}

  @Get('live')
  @Answers(Health)
  live(): Health {
    return { status: 'live' }
  }

  @Get('ready')
  @Answers(Health)
  async ready(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const troubles = await this.health.troubles()
    if (Object.keys(troubles).length === 0) return { status: 'ready' }
    response.status(503)
    return { status: 'degraded', troubles }
  }
}
