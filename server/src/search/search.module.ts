import { Module } from '@nestjs/common'
import { SearchService } from './search.service.ts'

/** Search and paging for every feature that lists records. */
@Module({ providers: [SearchService], exports: [SearchService] })
export class SearchModule {}
