import { ProtocolError } from '@lienthong/protocol'
import type { DocumentSession } from '@lienthong/protocol/client'
import { window, workspace } from 'vscode'
import type { BufferBinding } from '../core/binding.ts'
import { isSameDocument } from '../core/same-document.ts'
import { mayEdit } from '../core/session-state.ts'
import type { EditorBindings } from './editor-bindings.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'

/** Brings a document in front so that what was asked can be written. Errors: DOCUMENT_NOT_JOINED when something else is at its address by now, RIGHT_MISSING. */
export const showToWrite = async (
  asked: OpenDocument,
  documents: OpenDocuments,
  bindings: EditorBindings,
): Promise<{ session: DocumentSession; binding: BufferBinding }> => {
  const editor = await window.showTextDocument(await workspace.openTextDocument(asked.uri))
  const document = documents.at(asked.uri)
  const binding = bindings.at(editor.document)
  if (!document || !binding || !isSameDocument(document, asked))
    throw new ProtocolError('DOCUMENT_NOT_JOINED')
  refuseReader(document)
  return { session: document.session, binding }
}

/** Errors: RIGHT_MISSING. */
export const refuseReader = ({ session }: OpenDocument): void => {
  if (!mayEdit(session.state)) throw new ProtocolError('RIGHT_MISSING', { action: 'document:edit' })
}
