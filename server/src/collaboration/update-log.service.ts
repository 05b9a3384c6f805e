import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Config } from '../config/config.ts'
import { isPostgres } from '../database/columns.ts'
import { databaseFile } from '../database/open-database.ts'
import { HealthService } from '../health/health.service.ts'
import { PostgresLogStore } from './postgres-log-store.ts'
import { SqliteLogStore } from './sqlite-log-store.ts'
import { type LogListener, type LogStore, UpdateLog } from './update-log.ts'

/** The node's one update log, on the configured database. */
@Injectable()
export class UpdateLogService implements OnApplicationShutdown {
  readonly log: UpdateLog
  private readonly store: LogStore
  private readonly listeners: LogListener['committed'][] = []
  private readonly logger = new Logger('UpdateLog')

  constructor(config: Config, dataSource: DataSource, health: HealthService) {
    this.store = isPostgres(dataSource)
      ? new PostgresLogStore(dataSource)
      : new SqliteLogStore(databaseFile(config))
    this.log = new UpdateLog(this.store, {
      failed: (error, attempts) =>
        this.logger.error({ msg: 'commit failed', attempts, reason: reasonOf(error) }),
      committed: heads => {
        for (const listener of this.listeners) listener(heads)
      },
      recovered: () => this.logger.warn({ msg: 'storing again' }),
    })
    health.add({ name: 'update-log', trouble: () => this.trouble() })
  }

  /** Hears what is on disk, commit by commit. */
  onCommitted(listener: LogListener['committed']): void {
    this.listeners.push(listener)
  }

  async onApplicationShutdown(): Promise<void> {
    await this.log.close()
    await this.store.close()
  }

  /** Edits are kept in memory meanwhile, unacknowledged. */
  private trouble(): string | null {
    const { state, uncommittedBytes, commitTakesMs } = this.log
    if (state.kind === 'failing') return `cannot store ${uncommittedBytes} bytes, ${state.attempts} attempts`
    return commitTakesMs > patienceMs ? `storing takes ${Math.round(commitTakesMs / 1000)} s` : null
  }
}

/** A commit takes milliseconds, on a slow disk a second; one that takes longer waits for somebody's lock, or for ever. */
const patienceMs = 5000

/** Never the statement's parameters: they hold document text. */
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'not an Error')
