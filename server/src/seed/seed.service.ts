import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common'
import { Config } from '../config/config.ts'
import { Transactions } from '../database/transactions.ts'
import { OrganisationSeed } from './organisation-seed.ts'
import { RecordSeeds } from './record-seeds.ts'
import { readSeedFiles } from './seed-files.ts'
import { bring } from './seed-kind.ts'
import { holdSeedLock } from './seed-lock.ts'

/** Brings the product's own seed files in when the server starts, before it listens. */
@Injectable()
export class SeedService implements OnApplicationBootstrap {
  private readonly logger = new Logger('Seed')

  constructor(
    private readonly config: Config,
    private readonly transactions: Transactions,
    private readonly organisations: OrganisationSeed,
    private readonly records: RecordSeeds,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.hasSeed) await this.seed()
  }

  /** Doing it again changes nothing. Organisations are committed first: names and rights are looked up among them. */
  async seed(): Promise<void> {
    const files = await readSeedFiles()
    const organisations = await this.transactions.run(async manager => {
      await holdSeedLock(manager)
      return bring(manager, this.organisations, files.organisations)
    })
    await this.organisations.committed()
    const written = await this.transactions.run(async manager => {
      await holdSeedLock(manager)
      return this.records.bring(manager, files)
    })
    this.logger.log({ msg: 'seeded', organisations, ...written })
  }
}
