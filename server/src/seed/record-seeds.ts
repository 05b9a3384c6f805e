import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { DirectiveSeed } from './directive-seed.ts'
import { DocumentSeed } from './document-seed.ts'
import { IndicatorSeed } from './indicator-seed.ts'
import { DatabaseSeed, ListSeed } from './inventory-seed.ts'
import type { SeedFiles } from './seed-files.ts'
import { bring } from './seed-kind.ts'

/** Everything but the organisations, which the rest builds on. */
@Injectable()
export class RecordSeeds {
  constructor(
    private readonly databases: DatabaseSeed,
    private readonly lists: ListSeed,
    private readonly directives: DirectiveSeed,
    private readonly indicators: IndicatorSeed,
    private readonly documents: DocumentSeed,
  ) {}

  /** Answers how many of each it wrote. */
  async bring(manager: EntityManager, files: SeedFiles) {
    return {
      databases: await bring(manager, this.databases, files.databases),
      lists: await bring(manager, this.lists, files.lists),
      directives: await bring(manager, this.directives, files.directives),
      indicators: await bring(manager, this.indicators, files.indicators),
      documents: await this.documents.bring(manager, files.documents),
    }
  }
}
