import { Indicator, ListQuery, type Page, pageOf } from '@lienthong/protocol'
import { Controller, Get } from '@nestjs/common'
import { ApiTags } from '@nestjs/swagger'
import * as z from 'zod/mini'
import { Requires } from '../transport/rights.ts'
import { Answers, ValidParam, ValidQuery } from '../transport/valid.ts'
import { IndicatorsService } from './indicators.service.ts'

/** Figures, with their sources and the day they were true. */
@ApiTags('indicators')
@Controller('api/v1/indicators')
@Requires('inventory:read')
export class IndicatorsController {
  constructor(private readonly indicators: IndicatorsService) {}

  @Get()
  @Answers(pageOf(Indicator))
  list(@ValidQuery(ListQuery) query: ListQuery): Promise<Page<Indicator>> {
    return this.indicators.list(query)
  }

  @Get(':idOrCode')
  @Answers(Indicator)
  one(@ValidParam('idOrCode', z.string()) idOrCode: string): Promise<Indicator> {
    return this.indicators.byIdOrCode(idOrCode)
  }
}
