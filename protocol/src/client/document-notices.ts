import { type DocumentAccess, DocumentAccessChanged, DocumentClosed, DocumentUpdated } from '../documents.ts'
import type { DocumentId } from '../ids.ts'
import type { Link } from './link.ts'
import type { Unsubscribe } from './listeners.ts'

/** What the server says of a joined document without being asked. */
export interface DocumentNotices {
  updated(update: Uint8Array): void
  accessChanged(access: DocumentAccess): void
  closed(code: string): void
}

/** Passes on what is said of this document over the connection. */
export const listenTo = (
  connection: Link,
  documentId: DocumentId,
  { updated, accessChanged, closed }: DocumentNotices,
): Unsubscribe[] => [
  connection.onNotice(DocumentUpdated, told => told.documentId === documentId && updated(told.update)),
  connection.onNotice(
    DocumentAccessChanged,
    told => told.documentId === documentId && accessChanged(told.access),
  ),
  connection.onNotice(DocumentClosed, told => told.documentId === documentId && closed(told.code)),
]
