import { errorTable, FileRefused, ProtocolError } from '@lienthong/protocol'
import { FileSystemError, l10n, type Uri, window } from 'vscode'
import { nameOfAction, nameOfKind } from './names.ts'
import { textOfRefusedFile } from './refused-file.ts'

/** A failure in the person's language: by code where it is an expected one, else as it is. */
export const textOf = (error: unknown): string => {
  if (error instanceof FileRefused) return textOfRefusedFile(error)
  if (!(error instanceof ProtocolError)) return error instanceof Error ? error.message : String(error)
  const { action, kind } = error.params
  return l10n.t(errorTable[error.code].text, {
    ...error.params,
    ...(action !== undefined && { action: nameOfAction(String(action)) }),
    ...(kind !== undefined && { kind: nameOfKind(String(kind)) }),
  })
}

/** Shows a failure; nothing for one that the person caused by cancelling. */
export const showError = (error: unknown): void => {
  if (error instanceof Cancelled) return
  void window.showErrorMessage(textOf(error))
}

/** The person changed their mind. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled'
}

/** The same failure as VS Code's file service understands it, so that editors offer the right way on. */
export const fileErrorOf = (error: unknown, uri: Uri): FileSystemError => {
  if (error instanceof FileSystemError) return error
  if (!(error instanceof ProtocolError)) return FileSystemError.Unavailable(textOf(error))
  if (isMissing(error)) return FileSystemError.FileNotFound(uri)
  return error.code === 'RIGHT_MISSING'
    ? FileSystemError.NoPermissions(textOf(error))
    : FileSystemError.Unavailable(textOf(error))
}

/** There is no such thing, as far as this person may know. */
export const isMissing = (error: unknown): boolean =>
  error instanceof ProtocolError && (error.code === 'DOCUMENT_NOT_FOUND' || error.code === 'RECORD_NOT_FOUND')

/** Said to opening a document: it is not there for this person, or no longer. */
export const isGone = (error: unknown): boolean =>
  isMissing(error) || (error instanceof ProtocolError && error.code === 'RIGHT_MISSING')
