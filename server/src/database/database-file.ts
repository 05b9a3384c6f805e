import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import Sqlite from 'better-sqlite3'
import { StartFailure } from '../config/start-failure.ts'

/** "LTDB": SQLite's field for saying whose file it is (https://sqlite.org/pragma.html#pragma_application_id). */
const applicationId = 0x4c544442

/** Whose file this is, by its first 72 bytes and without opening it as a database, so that nothing beside it is created either. */
export const applicationIdOf = (file: string): 'missing' | 'ours' | 'foreign' => {
  if (!existsSync(file)) return 'missing'
  const header = Buffer.alloc(72)
  const descriptor = opened(file)
  try {
    const length = readSync(descriptor, header, 0, header.length, 0)
    const isSqlite = length === header.length && header.toString('latin1', 0, 16) === 'SQLite format 3\0'
    return isSqlite && header.readUInt32BE(68) === applicationId ? 'ours' : 'foreign'
  } finally {
    closeSync(descriptor)
  }
}

const opened = (file: string): number => {
  try {
    return openSync(file, 'r')
  } catch {
    throw unwritable(file)
  }
}

/** Creates an empty database that is marked as ours. It appears under its name only when it is whole. */
export const createOwnFile = (file: string): void => {
  const draft = `${file}.new`
  rmSync(draft, { force: true })
  const database = new Sqlite(draft)
  database.pragma(`application_id = ${applicationId}`)
  database.close()
  renameSync(draft, file)
}

/** Whether the last server that used this database was killed: one that stops takes the write-ahead log into the file. */
export const hasLog = (file: string): boolean =>
  (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** Makes the data folder, readable by its owner only. */
export const prepareDataDir = (folder: string): void => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw unwritable(folder)
  }
}

const unwritable = (path: string): StartFailure =>
  new StartFailure('DATA_DIR_UNWRITABLE', {
    vi: `Không đọc, ghi được ${path}. Hãy cấp quyền cho tài khoản đang chạy máy chủ hoặc đặt LIENTHONG_DATA_DIR thành một thư mục khác.`,
    en: `${path} cannot be read and written. Give the account that runs the server access, or point LIENTHONG_DATA_DIR to another folder.`,
  })
