import { l10n, window } from 'vscode'
import { pendingOf } from '../core/session-state.ts'
import { Cancelled } from './errors.ts'
import type { OpenDocuments } from './open-documents.ts'

/** Asks before an account or server is left while words are not on its disk. Errors: Cancelled. Who goes on finds them in new documents. */
export const askAboutUnsentWords = async (documents: OpenDocuments): Promise<void> => {
  const unsent = documents.all.filter(({ session }) => pendingOf(session.state) > 0)
  if (unsent.length === 0) return
  const keep = l10n.t('Keep Them in New Documents')
  const titles = unsent.map(({ summary }) => `“${summary.title}”`).join(', ')
  const chosen = await window.showWarningMessage(
    l10n.t('What you wrote in {0} is not on the server yet.', titles),
    {
      modal: true,
      detail: l10n.t(
        'It cannot be sent by another account or to another server. You can keep it in new documents of this editor.',
      ),
    },
    keep,
  )
  if (chosen !== keep) throw new Cancelled()
}
