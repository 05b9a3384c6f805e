export {
  anchorAt,
  anchoredRange,
  offsetsOf,
  placeOf,
  rangeOf,
  type SelectionOffsets,
  selectionAt,
  type TextRange,
} from './anchors.ts'
export { ServerConnection, type ServerConnectionOptions } from './connection.ts'
export { difference } from './difference.ts'
export { type Fetch, type FetchAnswer, sha256 } from './environment.ts'
export {
  documentTextOf,
  type FileShape,
  type FileText,
  fileText,
  plainShape,
  readFileText,
  rewritten,
  shaped,
  shapeOf,
} from './file-text.ts'
export type { Findings } from './findings.ts'
export { type LastState, unsentText } from './last-state.ts'
export type { ConnectionState } from './link.ts'
export type { Unsubscribe } from './listeners.ts'
export { overlap } from './overlap.ts'
export { patiently } from './patience.ts'
export type { Presence } from './presence.ts'
export { type RequestOptions, RestClient, type RestClientOptions } from './rest-client.ts'
export { applyDifference, refuseTooLarge, restoreText } from './restore.ts'
export type { DocumentSession, Verdict } from './session.ts'
export type { SessionState } from './session-state.ts'
export { isHighSurrogate, keepsPairsWhole } from './surrogates.ts'
export {
  applied,
  deltaOf,
  inverted,
  isNothing,
  nothing,
  type Replacement,
  replacementsOf,
  type TextDelta,
  told,
  write,
} from './text-delta.ts'
export type { Threads } from './threads.ts'
export type { UnsentEdits, UnsentRecord, UnsentStore } from './unsent-store.ts'
export {
  type Comparison,
  compareFile,
  type LocalFile,
  type Pair,
  pairsOf,
  type ServerText,
} from './workspace/comparison.ts'
export { Documents, isDocumentPath } from './workspace/documents.ts'
export { type Exchange, hashOf, linkFile } from './workspace/exchange.ts'
export { type Folder, isLinkable } from './workspace/folder.ts'
export { followDocument, makeFile, rewriteFile } from './workspace/transfer.ts'
export { type FileLink, Workspace, type WorkspaceScope, workspaceFile } from './workspace/workspace.ts'
