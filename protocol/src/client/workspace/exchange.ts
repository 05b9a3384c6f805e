import type { DocumentSummary } from '../../documents.ts'
import type { DocumentId } from '../../ids.ts'
import { sha256 } from '../environment.ts'
import { type FileText, shapeOf } from '../file-text.ts'
import type { Documents } from './documents.ts'
import type { Folder } from './folder.ts'
import type { Workspace } from './workspace.ts'

/** A linked folder and the documents of its database, as the server lists them now. */
export interface Exchange<F extends Folder = Folder> {
  readonly workspace: Workspace<F>
  readonly documents: Documents
  readonly list: readonly DocumentSummary[]
}

/** Notes that a file and its document had the same text at this state. */
export const linkFile = async (
  { workspace }: Exchange,
  { name, raw, text }: FileText & { readonly name: string },
  document: { readonly id: DocumentId; readonly path: string; readonly seq: number },
): Promise<void> =>
  workspace.link(name, {
    document: document.path,
    documentId: document.id,
    seq: document.seq,
    sha256: await hashOf(text),
    ...shapeOf(raw),
  })

/** The SHA-256 of a text in UTF-8, in hexadecimal digits. */
export const hashOf = async (text: string): Promise<string> =>
  [...(await sha256(text))].map(byte => byte.toString(16).padStart(2, '0')).join('')
