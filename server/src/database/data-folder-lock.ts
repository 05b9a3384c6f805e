import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { StartFailure } from '../config/start-failure.ts'

/** Keeps every other server out of the data folder until it is released. The system releases it when the process dies, however it dies. */
export class DataFolderLock {
  private constructor(private readonly held: Sqlite.Database) {}

  /** Errors: DATA_FOLDER_IN_USE. */
  static take(folder: string): DataFolderLock {
    // SQLite's own file lock, on a file of nothing else: it works alike on every system that the database works on.
    const held = new Sqlite(join(folder, 'lienthong.lock'), { timeout: 0 })
    try {
      held.exec('BEGIN EXCLUSIVE')
      return new DataFolderLock(held)
    } catch (error) {
      held.close()
      throw isTaken(error) ? inUse(folder) : error
    }
  }

  release(): void {
    this.held.close()
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')

const inUse = (folder: string): StartFailure =>
  new StartFailure('DATA_FOLDER_IN_USE', {
    vi: `Một máy chủ Liên Thông khác đang dùng thư mục ${folder}. Hãy dừng máy chủ đó hoặc đặt LIENTHONG_DATA_DIR thành một thư mục khác.`,
    en: `Another server of Liên Thông is using the folder ${folder}. Stop it, or point LIENTHONG_DATA_DIR to another folder.`,
  })
