import { ProtocolError } from '@lienthong/protocol'
import { Uri } from 'vscode'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'

/** The document that a menu names, or the one in front. Errors: DOCUMENT_NOT_JOINED, and those of opening it. */
export const named = async (documents: OpenDocuments, at: unknown): Promise<OpenDocument> => {
  if (at instanceof Uri) return documents.open(at)
  if (!documents.active) throw new ProtocolError('DOCUMENT_NOT_JOINED')
  return documents.active
}

/** The last part of a path: a file's name. */
export const nameOf = ({ path }: Uri): string => path.slice(path.lastIndexOf('/') + 1)
