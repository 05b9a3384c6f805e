import type { DataSource } from 'typeorm'
import { StartFailure } from '../config/start-failure.ts'
import { isPostgres } from './columns.ts'
import { migrationsTable } from './migrations-table.ts'

/** Refuses a PostgreSQL database full of another application's tables, and any database that a newer version has migrated. */
export const requireOwnSchema = async (dataSource: DataSource): Promise<void> => {
  const tables = await tableNames(dataSource)
  if (!tables.includes(migrationsTable)) {
    if (tables.length === 0) return
    throw new StartFailure('DATABASE_FOREIGN', {
      vi: 'Cơ sở dữ liệu đã có bảng của ứng dụng khác; không có gì bị thay đổi. Hãy tạo một cơ sở dữ liệu trống cho Liên Thông.',
      en: 'The database holds tables of another application; nothing was changed. Create an empty database for Liên Thông.',
    })
  }
  const known = new Set(dataSource.migrations.map(migration => migration.name ?? migration.constructor.name))
  const ran: { name: string }[] = await dataSource.query(`SELECT name FROM ${migrationsTable}`)
  const newer = ran.find(({ name }) => !known.has(name))
  if (!newer) return
  throw new StartFailure('DATABASE_NEWER', {
    vi: `Cơ sở dữ liệu đã được một phiên bản mới hơn nâng cấp (${newer.name}); không có gì bị thay đổi. Hãy chạy phiên bản mới đó.`,
    en: `A newer version has upgraded this database (${newer.name}); nothing was changed. Run that version.`,
  })
}

const tableNames = async (dataSource: DataSource): Promise<string[]> => {
  const rows: { name: string }[] = await dataSource.query(
    isPostgres(dataSource)
      ? 'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()'
      : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  )
  return rows.map(({ name }) => name)
}
