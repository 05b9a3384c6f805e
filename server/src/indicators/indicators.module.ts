import { Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { SearchModule } from '../search/search.module.ts'
import { IndicatorRow } from './indicator.entity.ts'
import { IndicatorsController } from './indicators.controller.ts'
import { IndicatorsService } from './indicators.service.ts'

@Module({
  imports: [TypeOrmModule.forFeature([IndicatorRow]), SearchModule],
  controllers: [IndicatorsController],
  providers: [IndicatorsService],
  exports: [IndicatorsService],
})
export class IndicatorsModule {}
