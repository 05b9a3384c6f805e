/** A clear reason why the server cannot start. Printed as one paragraph in both languages; the process then exits with code 2. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'

  constructor(
    readonly code: StartFailureCode,
    readonly text: { vi: string; en: string },
  ) {
    super(`${code}: ${text.en}`)
  }
}

export type StartFailureCode =
  | 'SETTING_UNKNOWN'
  | 'SETTING_INVALID'
  | 'PORT_IN_USE'
  | 'ADDRESS_UNAVAILABLE'
  | 'DATA_DIR_UNWRITABLE'
  | 'DATA_FOLDER_IN_USE'
  | 'DATABASE_FOREIGN'
  | 'DATABASE_DAMAGED'
  | 'DATABASE_NEWER'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_BUSY'
  | 'DISK_FULL'
  | 'DEMO_NAME_TAKEN'
