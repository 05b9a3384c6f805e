import { type DynamicModule, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { Config } from '../config/config.ts'
import { sayingFullDisk } from './full-disk.ts'
import { type Migration, openDatabase, optionsFor } from './open-database.ts'
import { Transactions } from './transactions.ts'

@Module({})
class DatabaseModule {}

/** The one data source, migrated at start, and {@link Transactions}. Features add their entities with `TypeOrmModule.forFeature`. */
export const databaseModule = (config: Config, migrations: Migration[]): DynamicModule => ({
  module: DatabaseModule,
  global: true,
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({ ...optionsFor(config), migrations, autoLoadEntities: true, toRetry: () => false }),
      dataSourceFactory: async options => {
        if (!options) throw new Error('no data source options')
        return sayingFullDisk(config.dataDir, () => openDatabase(config, options))
      },
    }),
  ],
  providers: [Transactions],
  exports: [Transactions],
})
