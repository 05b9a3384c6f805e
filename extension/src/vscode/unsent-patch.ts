import type { SessionState } from '@lienthong/protocol/client'
import { l10n, window, workspace } from 'vscode'
import { besideEachOther } from '../core/beside-each-other.ts'
import { patchOf } from '../core/patch.ts'
import { showError } from './errors.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'
import type { Server } from './server.ts'

/** Whoever may no longer edit is given what was not sent as a patch, to be handed to somebody who may (rule E6). */
export const offerPatches = (server: Server, documents: OpenDocuments): void => {
  documents.onDidOpen(document => {
    let offered: 'no' | 'soon' | 'yes' = 'no'
    const offer = async () => {
      offered = 'soon'
      // What could not be had is asked for again with the next state.
      const isShown = await offerPatch(server, document).catch(showError)
      offered = isShown && document.session.state.kind !== 'live' ? 'yes' : 'no'
    }
    const look = (state: SessionState) => {
      const lacksRight = state.kind === 'stuck' && state.error.code === 'RIGHT_MISSING'
      if (lacksRight && offered === 'no') void offer()
      else if (state.kind === 'live' && offered === 'yes') offered = 'no'
    }
    document.session.onState(look)
    look(document.session.state)
  })
}

/**
 * Against the text as the server has it now. Once for the same patch: the words go on waiting for the right to come back (rule C4).
 * Resolves with whether the patch is on the screen.
 */
const offerPatch = async (server: Server, { summary, session }: OpenDocument): Promise<boolean> => {
  const records = await server.records()
  const [before, after] = await besideEachOther(
    () => records.text(`/documents/${summary.id}/text`),
    () => session.text.toString(),
  )
  const content = patchOf(summary.path, before, after)
  if (content === '') return false
  if (workspace.textDocuments.some(other => other.isUntitled && other.getText() === content)) return true
  const patch = await workspace.openTextDocument({ content, language: 'diff' })
  await window.showTextDocument(patch, { preview: false, preserveFocus: true })
  void window.showWarningMessage(
    l10n.t(
      'You may no longer edit “{0}”. What you wrote and the server does not have is in a new document, as a patch for somebody who may: save it or copy from it. Here it waits, and is sent if you may edit again.',
      summary.title,
    ),
  )
  return true
}
