import type { LocalText } from '@lienthong/plugin-sdk'
import type { FileRefusal } from '@lienthong/protocol'

/** Everything that the command line itself refuses. The texts are in `words/failures.ts`. */
export type FailureCode =
  | FileRefusal
  | 'USAGE_WRONG'
  | 'COMMAND_UNKNOWN'
  | 'OPTION_UNKNOWN'
  | 'ARGUMENT_MISSING'
  | 'ARGUMENT_UNEXPECTED'
  | 'FILES_NOT_FOUND'
  | 'FILE_UNREADABLE'
  | 'FORMAT_UNKNOWN'
  | 'DOCUMENT_NAME_INVALID'
  | 'CHECKER_GONE'
  | 'CONFIG_INVALID'
  | 'CONFIG_KEY_UNKNOWN'
  | 'CONFIG_MISSING'
  | 'INPUTS_INVALID'
  | 'DATABASE_UNKNOWN'
  | 'RULE_UNKNOWN'
  | 'RULE_OPTIONS_INVALID'
  | 'PLUGIN_UNKNOWN'
  | 'PLUGIN_NAME_INVALID'
  | 'PLUGIN_TWICE'
  | 'PLUGIN_HASH_WRONG'
  | 'SET_INVALID'
  | 'LOCK_INVALID'
  | 'PLUGIN_NOT_LOCKED'
  | 'PLUGIN_CHANGED'
  | 'NAME_INVALID'
  | 'FOLDER_TAKEN'
  | 'FOLDER_NOT_A_PLUGIN'
  | 'MANIFEST_INVALID'
  | 'CODE_INVALID'
  | 'CODE_TOO_LARGE'
  | 'CASES_MISSING'
  | 'CASES_INVALID'
  | 'SERVER_MISSING'
  | 'SERVER_INVALID'
  | 'SERVER_OTHER'
  | 'TOKEN_MISSING'
  | 'ADDRESS_INVALID'
  | 'WORKSPACE_MISSING'
  | 'WORKSPACE_OTHER_DATABASE'
  | 'FILE_LINKED'

/** An expected refusal of the command line: one line with its code, in the person's language. */
export class Failure extends Error {
  override readonly name = 'Failure'

  constructor(
    readonly code: FailureCode,
    readonly params: Readonly<Record<string, string | number | LocalText>> = {},
  ) {
    super(code)
  }
}

/** For a write that fails for reasons of the disk. Errors: FILE_UNWRITABLE. */
export const unwritable =
  (file: string) =>
  ({ code }: NodeJS.ErrnoException): never => {
    throw new Failure('FILE_UNWRITABLE', { file, reason: code ?? 'unknown' })
  }
