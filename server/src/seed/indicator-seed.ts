import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { IndicatorsService } from '../indicators/indicators.service.ts'
import type { SeedKind } from './seed-kind.ts'
import type { SeedIndicator } from './seed-shapes.ts'

@Injectable()
export class IndicatorSeed implements SeedKind<SeedIndicator> {
  readonly kind = 'indicator'

  constructor(private readonly indicators: IndicatorsService) {}

  find(manager: EntityManager, code: string) {
    return this.indicators.rowOf(manager, code)
  }

  create(manager: EntityManager, record: SeedIndicator) {
    return this.indicators.create(manager, record)
  }

  change(manager: EntityManager, version: number, record: SeedIndicator) {
    return this.indicators.change(manager, version, record)
  }
}
