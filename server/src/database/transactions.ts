import { AsyncLocalStorage } from 'node:async_hooks'
import { Injectable } from '@nestjs/common'
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm'
import { isPostgres } from './columns.ts'
import { migrationsTable } from './migrations-table.ts'

/**
 * Every write goes through `run`, all or nothing, and passes the `manager` on.
 * TypeORM has one connection to SQLite: a write beside a running transaction would become part of it, so they queue here.
 * Only wait for the database inside: on SQLite everybody else's writes wait meanwhile.
 */
@Injectable()
export class Transactions {
  private last: Promise<unknown> = Promise.resolve()
  private readonly inside = new AsyncLocalStorage<(() => void)[]>()
  private running = 0

  constructor(private readonly dataSource: DataSource) {}

  async run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    if (this.inside.getStore()) throw new Error('inside a transaction already: pass its manager on')
    if (isPostgres(this.dataSource)) return this.within(() => this.dataSource.transaction(work))
    const deadline = performance.now() + lockTimeoutMs
    const result = this.last.then(() => this.within(() => this.whenUnlocked(work, deadline)))
    this.last = result.catch(() => undefined)
    return result
  }

  /** Calls once the transaction that is running is committed, and not at all if it is rolled back. */
  afterCommit(listener: () => void): void {
    const waiting = this.inside.getStore()
    if (!waiting) throw new Error('outside of a transaction: what is written is committed already')
    waiting.push(listener)
  }

  /** Node follows every promise of the process while somebody is inside: a tenth of what an edit costs. So it ends with the last one. */
  private async within<T>(work: () => Promise<T>): Promise<T> {
    const waiting: (() => void)[] = []
    this.running++
    try {
      const result = await this.inside.run(waiting, work)
      for (const listener of waiting) listener()
      return result
    } finally {
      if (--this.running === 0) this.inside.disable()
    }
  }

  /**
   * SQLite takes the write lock before the first read, since a reader that turns writer fails when another connection wrote meanwhile.
   * While somebody else has it, this waits outside of SQLite, which would wait on the event loop and hold up everybody who types, and
   * outside of a transaction, which others' reads would fix to what is old.
   */
  private async whenUnlocked<T>(work: (manager: EntityManager) => Promise<T>, deadline: number): Promise<T> {
    for (;;) {
      let isLocked = false
      try {
        return await this.dataSource.transaction(async manager => {
          await manager.query(`DELETE FROM ${migrationsTable} WHERE 0`)
          isLocked = true
          return work(manager)
        })
      } catch (error) {
        await this.leave()
        if (isLocked || !isBusy(error) || performance.now() > deadline) throw error
      }
      await new Promise(resolve => setTimeout(resolve, lockRetryMs))
    }
  }

  /** SQLite ends a transaction by itself when the disk is full. TypeORM then fails to roll back, and would stay inside one for ever. */
  private async leave(): Promise<void> {
    const runner = this.dataSource.createQueryRunner()
    if (!runner.isTransactionActive) return
    await runner.query('BEGIN').catch(() => undefined)
    await runner.rollbackTransaction()
  }
}

/** Somebody else's transaction takes milliseconds; this long only if something is stuck. */
const lockTimeoutMs = 5000
const lockRetryMs = 20

const isBusy = (error: unknown): boolean =>
  error instanceof QueryFailedError && 'code' in error && /^SQLITE_BUSY/.test(String(error.code))
