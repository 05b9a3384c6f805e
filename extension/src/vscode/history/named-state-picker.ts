import { l10n, window } from 'vscode'
import { newestFirst } from '../../core/named-states.ts'
import { mayEdit } from '../../core/session-state.ts'
import { Cancelled } from '../errors.ts'
import type { OpenDocument } from '../open-documents.ts'
import { iconOf, type NamedNode, namedNode } from './history-nodes.ts'
import type { HistoryRecords } from './history-records.ts'
import { momentOf } from './times.ts'

/** Asks which state that has a name or was published, however far back it is (rule H10). Errors: Cancelled, the server's. */
export const pickNamedState = async (document: OpenDocument, records: HistoryRecords): Promise<NamedNode> => {
  const { id } = document.summary
  const of = { document, canEdit: mayEdit(document.session.state) }
  const [checkpoints, versions] = await Promise.all([records.checkpoints(id), records.versions(id)])
  const items = newestFirst(checkpoints, versions).map(state => {
    const node = namedNode(of, state)
    const [{ displayName }, at] =
      'number' in state ? [state.publishedBy, state.publishedAt] : [state.author, state.createdAt]
    const description = `${displayName}, ${momentOf(at)}`
    return { label: node.name, description, iconPath: iconOf(node), node }
  })
  if (items.length === 0)
    void window.showInformationMessage(l10n.t('No state of the document has a name or was published yet.'))
  const picked =
    items.length > 0 &&
    (await window.showQuickPick(items, {
      title: l10n.t('Named and Published States'),
      matchOnDescription: true,
    }))
  if (!picked) throw new Cancelled()
  return picked.node
}
