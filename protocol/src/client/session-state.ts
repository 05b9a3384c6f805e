import type { DocumentAccess } from '../documents.ts'
import type { ProtocolError } from '../errors.ts'

/**
 * `pending` counts edits that are not known to be on disk; `unkept` of them the end of the program would take (rule B9). `stuck`: the server is there but does not take them, `error` says why;
 * they are kept. `refused`: the document cannot be opened, or no longer. `asOf`: when the server last told what it has, in milliseconds of the epoch.
 */
export type SessionState =
  | { kind: 'joining' }
  | { kind: 'live'; access: DocumentAccess; pending: number }
  | { kind: 'offline'; access?: DocumentAccess; asOf?: number; pending: number; unkept: number }
  | { kind: 'stuck'; access: DocumentAccess; pending: number; unkept: number; error: ProtocolError }
  | { kind: 'refused'; error: ProtocolError; pending: number }
