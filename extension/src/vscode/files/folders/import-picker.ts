import type { Comparison } from '@lienthong/protocol/client'
import { l10n, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode'
import { Cancelled, showError } from '../../errors.ts'
import { isDifferent, showDifference } from './differences.ts'
import type { FolderExchange } from './linked-folder.ts'
import { wordsOf } from './states.ts'

/** What could go into the documents. */
export type Takeable = Extract<Comparison, { state: 'changed-here' | 'new-here' }>

interface FileItem extends QuickPickItem {
  comparison?: Comparison
}

export const isTakeable = (comparison: Comparison): comparison is Takeable =>
  comparison.state === 'changed-here' || comparison.state === 'new-here'

/** In this order; what is the same is not shown. A file that becomes a document is checked by the person, as its name stays for good. */
const shown = [
  'changed-here',
  'new-here',
  'conflict',
  'changed-there',
  'new-there',
  'missing-here',
  'missing-there',
] as const satisfies Comparison['state'][]

/** Asks which files go into their documents; every other one can be looked at, and not be checked. Errors: Cancelled. */
export const pickFiles = (
  comparisons: readonly Comparison[],
  { workspace: { folder, database } }: FolderExchange,
): Promise<Takeable[]> => {
  const picker = window.createQuickPick<FileItem>()
  picker.title = l10n.t('Import into {0}: which files?', database)
  picker.placeholder = l10n.t('Checked files go into their documents; a conflict can only be looked at')
  picker.canSelectMany = true
  picker.ignoreFocusOut = true
  picker.matchOnDescription = true
  picker.items = shown.flatMap(state => itemsOf(state, comparisons))
  picker.selectedItems = picker.items.filter(({ comparison }) => comparison?.state === 'changed-here')
  picker.onDidChangeSelection(selected => {
    const takeable = selected.filter(({ comparison }) => comparison && isTakeable(comparison))
    if (takeable.length < selected.length) picker.selectedItems = takeable
  })
  picker.onDidTriggerItemButton(({ item: { comparison } }) => {
    if (comparison && isDifferent(comparison)) showDifference(comparison, folder).catch(showError)
  })
  return new Promise((resolve, reject) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems.flatMap(({ comparison }) => comparison ?? []).filter(isTakeable))
      picker.hide()
    })
    picker.onDidHide(() => {
      picker.dispose()
      reject(new Cancelled())
    })
    picker.show()
  })
}

const itemsOf = (state: Comparison['state'], comparisons: readonly Comparison[]): FileItem[] => {
  const found = comparisons.filter(comparison => comparison.state === state)
  if (found.length === 0) return []
  return [
    { label: '', kind: QuickPickItemKind.Separator },
    ...found.map(comparison => ({
      label: comparison.name,
      description: wordsOf(state),
      buttons: isDifferent(comparison)
        ? [{ iconPath: new ThemeIcon('diff'), tooltip: l10n.t('Show What Differs') }]
        : [],
      comparison,
    })),
  ]
}
