import { type DataSource, QueryFailedError } from 'typeorm'
import { StartFailure } from '../config/start-failure.ts'
import { isPostgres } from './columns.ts'

/** Any number that no other application on the same PostgreSQL database takes. */
const migrationLock = 4_180_002

/** Longer than a migration of everything there is; beyond it something holds the lock that does not migrate. */
const patienceMs = 60_000

/** PostgreSQL's code for a lock that was not given within `lock_timeout` (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const lockNotAvailable = '55P03'

/** On PostgreSQL several nodes may start at once: the first migrates, the others wait, but not for ever. */
export const holdingMigrationLock = async <T>(
  dataSource: DataSource,
  work: () => Promise<T>,
  withinMs = patienceMs,
): Promise<T> => {
  if (!isPostgres(dataSource)) return work()
  const runner = dataSource.createQueryRunner()
  try {
    await runner.query(`SET lock_timeout = ${withinMs}`)
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]).catch((error: unknown) => {
      throw isTimeout(error) ? busy(withinMs) : error
    })
    try {
      return await work()
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock])
    }
  } finally {
    await runner.query('RESET lock_timeout')
    await runner.release()
  }
}

const isTimeout = (error: unknown): boolean =>
  error instanceof QueryFailedError && 'code' in error && error.code === lockNotAvailable

const busy = (withinMs: number): StartFailure =>
  new StartFailure('DATABASE_BUSY', {
    vi: `Một máy chủ khác đang nâng cấp cơ sở dữ liệu và sau ${withinMs / 1000} giây vẫn chưa xong. Hãy chờ máy chủ đó, hoặc dừng nó nếu nó bị treo, rồi khởi động lại.`,
    en: `Another server is upgrading the database and was not done after ${withinMs / 1000} s. Wait for it, or stop it if it hangs, then start again.`,
  })
