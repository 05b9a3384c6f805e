import type { Comparison } from '@lienthong/protocol/client'
import { l10n } from 'vscode'

/** How a file and its document stand to each other, in words. */
export const wordsOf = (state: Comparison['state']): string => {
  switch (state) {
    case 'same':
      return l10n.t('the same')
    case 'changed-here':
      return l10n.t('changed here')
    case 'changed-there':
      return l10n.t('changed on the server: exporting brings it')
    case 'conflict':
      return l10n.t('conflict: changed on both sides')
    case 'new-here':
      return l10n.t('new here: becomes a document')
    case 'new-there':
      return l10n.t('new on the server: exporting brings it')
    case 'missing-here':
      return l10n.t('no file here any more: exporting brings it')
    case 'missing-there':
      return l10n.t('no document any more, or you may not see it')
    default:
      return state satisfies never
  }
}
