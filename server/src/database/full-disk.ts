import { StartFailure } from '../config/start-failure.ts'

/** Does a part of the start. Throws DISK_FULL when the disk that holds the folder has no room for it. */
export const sayingFullDisk = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw isFullDisk(error) ? fullDisk(folder) : error
  }
}

/** What the system and SQLite say of it; SHMSIZE is for the file through which SQLite's connections know of each other. */
const codes = new Set<unknown>(['ENOSPC', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'])

/** TypeORM hands the driver's code on. */
const isFullDisk = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && codes.has(error.code)

const fullDisk = (folder: string): StartFailure =>
  new StartFailure('DISK_FULL', {
    vi: `Ổ đĩa chứa thư mục ${folder} đã đầy. Những gì đã lưu vẫn còn nguyên. Hãy giải phóng dung lượng rồi khởi động lại.`,
    en: `The disk that holds the folder ${folder} is full. What was stored is all there. Free some space, then start again.`,
  })
