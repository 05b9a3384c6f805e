import type { Comparison } from '@lienthong/protocol/client'
import { l10n, window } from 'vscode'
import { compare } from '../../comparison.ts'
import { uriOf } from '../../open-documents.ts'
import type { ChosenFolder } from './chosen-folder.ts'
import { wordsOf } from './states.ts'

/** A file and a document whose texts can be looked at beside each other. */
export type Different = Extract<Comparison, { state: 'changed-here' | 'changed-there' | 'conflict' }>

export const isDifferent = (comparison: Comparison): comparison is Different =>
  ['changed-here', 'changed-there', 'conflict'].includes(comparison.state)

/** The document as it is now beside the file, in VS Code's own comparison. */
export const showDifference = ({ name, server }: Different, folder: ChosenFolder): Promise<void> => {
  const uri = uriOf(server.document)
  const what = l10n.t('document ↔ file')
  return compare({ uri }, { before: uri, after: folder.uriOf(name), what, isPreview: true, keepsFocus: true })
}

/** Lists what was left alone; the one that is chosen is shown. */
export const listDifferences = async (
  differences: readonly Different[],
  folder: ChosenFolder,
): Promise<void> => {
  const items = differences.map(different => ({
    label: different.name,
    description: wordsOf(different.state),
    different,
  }))
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Left as they are: choose one to compare'),
  })
  if (picked) await showDifference(picked.different, folder)
}
