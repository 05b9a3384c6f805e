import type { EventEmitter } from 'node:events'
import { join } from 'node:path'
import { DataSource, type DataSourceOptions, type MigrationInterface, QueryFailedError } from 'typeorm'
import type { Config } from '../config/config.ts'
import { StartFailure } from '../config/start-failure.ts'
import { isPostgres, teachColumns } from './columns.ts'
import { DataFolderLock } from './data-folder-lock.ts'
import { applicationIdOf, createOwnFile, hasLog, prepareDataDir } from './database-file.ts'
import { holdingMigrationLock } from './migration-lock.ts'
import { migrationsTable } from './migrations-table.ts'
import { SnakeNaming } from './naming.ts'
import { requireOwnSchema } from './own-schema.ts'
import { PostgresSockets } from './postgres-sockets.ts'

export type Migration = new () => MigrationInterface

/** The embedded database's file in the data folder. */
export const databaseFile = (config: Config): string => join(config.dataDir, 'lienthong.db')

/** How to reach the configured database. */
export const optionsFor = (config: Config): DataSourceOptions => {
  const common = {
    namingStrategy: new SnakeNaming(),
    migrationsTableName: migrationsTable,
    migrationsTransactionMode: 'each',
  } as const
  if (config.databaseUrl)
    return {
      ...common,
      type: 'postgres',
      url: config.databaseUrl,
      poolSize: 10,
      connectTimeoutMS: connectTimeoutMs,
      extra: postgresSettings,
    }
  return {
    ...common,
    type: 'better-sqlite3',
    database: databaseFile(config),
    enableWAL: true,
    timeout: busyTimeoutMs,
    prepareDatabase: database => {
      database.pragma('synchronous = FULL')
    },
  }
}

const postgresSettings = {
  /** What is acknowledged survives a crash (rule S1), whatever the server's default is. Who waits for a lock is told before the socket is ended. */
  options: '-c synchronous_commit=on -c lock_timeout=10s',
  /**
   * The pool and TypeORM both listen for its end, but not in the moment between, and an error that nobody
   * hears ends the process. Who asks on it learns of it anyway.
   */
  onConnect: (connection: EventEmitter): void => {
    connection.on('error', () => {})
  },
}

/** Longer than anything is asked of it but a migration, and shorter than clients wait for an answer (30 s). */
const silenceMs = 15_000

/** A PostgreSQL that is there answers within a second or two; one that takes connections and hangs must not hang the start. */
const connectTimeoutMs = 10_000

/** While the server starts nobody else waits: a backup or another program may have the database for a while. */
const busyTimeoutMs = 5000

/** Then SQLite must not wait on the event loop; {@link Transactions} does, beside it. */
const servingBusyTimeoutMs = 5

/** Opens and migrates the database. Throws a {@link StartFailure} for what is not ours or not there, and leaves it untouched. */
export const openDatabase = async (config: Config, options: DataSourceOptions): Promise<DataSource> => {
  prepareDataDir(config.dataDir)
  const lock = config.databaseUrl === null ? prepareFile(config) : null
  const wasKilled = lock !== null && hasLog(databaseFile(config))
  const sockets = new PostgresSockets()
  const dataSource = new LockedDataSource(sockets.for(options), lock)
  teachColumns(dataSource)
  try {
    await connect(dataSource)
    if (wasKilled) await requireSound(dataSource, databaseFile(config))
    await migrate(dataSource)
    sockets.endAfterSilence(silenceMs)
    if (lock) await dataSource.query(`PRAGMA busy_timeout = ${servingBusyTimeoutMs}`)
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy()
    else lock?.release()
    throw isDamage(error) ? damaged(databaseFile(config)) : error
  }
  return dataSource
}

/** Gives the data folder free when nothing is written any more. */
class LockedDataSource extends DataSource {
  constructor(
    options: DataSourceOptions,
    private readonly lock: DataFolderLock | null,
  ) {
    super(options)
  }

  override async destroy(): Promise<void> {
    await super.destroy()
    this.lock?.release()
  }
}

/** What SQLite says of a file whose pages make no sense (https://sqlite.org/rescode.html#corrupt). */
const isDamage = (error: unknown): boolean =>
  error instanceof QueryFailedError
    ? isDamage(error.driverError)
    : error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))

/**
 * What a broken disk lost may not be where a start reads, and writing on would make it worse. Only after a crash: every page is read,
 * about three seconds a gigabyte.
 */
const requireSound = async (dataSource: DataSource, file: string): Promise<void> => {
  const found: { quick_check: string }[] = await dataSource.query('PRAGMA quick_check(1)')
  if (found[0]?.quick_check !== 'ok') throw damaged(file)
}

const damaged = (file: string): StartFailure =>
  new StartFailure('DATABASE_DAMAGED', {
    vi: `Tệp ${file} bị hỏng, không đọc được; tệp được giữ nguyên. Hãy khôi phục từ bản sao lưu.`,
    en: `The file ${file} is damaged and cannot be read; it was left untouched. Restore it from a backup.`,
  })

/** Makes the file, if it is missing, with every other server kept out. What is not ours is refused before anything is written beside it. */
const prepareFile = (config: Config): DataFolderLock => {
  const file = databaseFile(config)
  if (applicationIdOf(file) === 'foreign')
    throw new StartFailure('DATABASE_FOREIGN', {
      vi: `Tệp ${file} không phải cơ sở dữ liệu của Liên Thông; tệp được giữ nguyên. Hãy chuyển tệp đi nơi khác hoặc đặt LIENTHONG_DATA_DIR thành một thư mục khác.`,
      en: `The file ${file} is not a database of Liên Thông; it was left untouched. Move it away, or point LIENTHONG_DATA_DIR to another folder.`,
    })
  const lock = DataFolderLock.take(config.dataDir)
  if (applicationIdOf(file) === 'missing') createOwnFile(file)
  return lock
}

const connect = async (dataSource: DataSource): Promise<void> => {
  if (!isPostgres(dataSource)) {
    await dataSource.initialize()
    return
  }
  await dataSource.initialize().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message || error.name : 'unknown'
    throw new StartFailure('DATABASE_UNREACHABLE', {
      vi: `Không kết nối được PostgreSQL tại LIENTHONG_DATABASE_URL (${reason}). Kiểm tra địa chỉ, tài khoản và máy chủ PostgreSQL rồi khởi động lại.`,
      en: `PostgreSQL at LIENTHONG_DATABASE_URL does not answer (${reason}). Check the address, the account and that PostgreSQL runs, then start again.`,
    })
  })
}

const migrate = (dataSource: DataSource): Promise<void> =>
  holdingMigrationLock(dataSource, async () => {
    await requireOwnSchema(dataSource)
    await dataSource.runMigrations()
  })
