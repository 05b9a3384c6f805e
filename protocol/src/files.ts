/** Why a file of a folder that is linked to documents is left alone. */
export type FileRefusal =
  | 'DOCUMENT_INVALID'
  | 'FILE_CHANGED'
  | 'FILE_NOT_TEXT'
  | 'FILE_OUTSIDE'
  | 'FILE_UNREADABLE'
  | 'FILE_UNWRITABLE'
  | 'WORKSPACE_INVALID'

/** An expected refusal about one file on the person's side: a code with its words in each client, as for what servers refuse. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'

  constructor(
    readonly code: FileRefusal,
    readonly params: { readonly file: string; readonly reason?: string },
  ) {
    super(code)
  }
}
