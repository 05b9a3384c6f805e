import {
  type Comparison,
  compareFile,
  linkFile,
  makeFile,
  pairsOf,
  rewriteFile,
} from '@lienthong/protocol/client'
import { l10n } from 'vscode'
import { databaseOf } from '../../database-picker.ts'
import type { DocumentDirectory } from '../../document-directory.ts'
import type { InventoryNode } from '../../inventory-view.ts'
import type { Server } from '../../server.ts'
import type { FileDialogs } from '../file-dialogs.ts'
import { isDifferent } from './differences.ts'
import { type FolderExchange, openLinked, refuseOtherDatabase } from './linked-folder.ts'
import { wordsOf } from './states.ts'
import { summarise } from './summary.ts'
import { walk } from './walk.ts'

interface Brought {
  comparison: Comparison
  isWritten: boolean
}

/** Brings every document of a database into a folder, and links the two. What was changed in the folder stays as it is (rule E19). */
export const exportFolder = async (
  node: InventoryNode | undefined,
  { server, directory, dialogs }: { server: Server; directory: DocumentDirectory; dialogs: FileDialogs },
): Promise<void> => {
  const { code } = await databaseOf(node, l10n.t('Export the documents of which database?'), directory)
  const uri = await dialogs.askFolder(l10n.t('Export Documents to Folder'), l10n.t('Export'))
  const exchange = await openLinked(uri, server, async () => code)
  refuseOtherDatabase(exchange, code)
  await exchange.workspace.takeWhole()
  const walked = await walk(l10n.t('Exporting documents'), await pairsOf(exchange), async pair => {
    const comparison = await compareFile(pair, exchange)
    return comparison && { comparison, isWritten: await bring(comparison, exchange) }
  })
  await tell(walked.results, walked, exchange)
}

/** Whether a file was written for it. */
const bring = async (comparison: Comparison, exchange: FolderExchange): Promise<boolean> => {
  switch (comparison.state) {
    case 'same':
      await linkFile(exchange, comparison.file, comparison.server.document)
      return false
    case 'changed-there':
      await rewriteFile(exchange, comparison.file, comparison.server.text, comparison.server)
      return true
    case 'new-there':
    case 'missing-here':
      await makeFile(exchange, comparison.name, comparison.server)
      return true
    case 'changed-here':
    case 'conflict':
    case 'new-here':
    case 'missing-there':
      return false
    default:
      return comparison satisfies never
  }
}

const tell = (
  brought: readonly Brought[],
  { refused, isStopped }: { refused: string[]; isStopped: boolean },
  { workspace: { folder } }: FolderExchange,
): Promise<void> => {
  const left = brought.filter(({ isWritten }) => !isWritten).map(({ comparison }) => comparison)
  const written = brought.length - left.length
  const same = left.filter(({ state }) => state === 'same').length
  const different = left.filter(isDifferent)
  const gone = left
    .filter(({ state }) => state === 'missing-there')
    .map(({ name, state }) => l10n.t('“{0}”: {1}', name, wordsOf(state)))
  const done = l10n.t(
    'Exported to {0}: {1} written, {2} the same, {3} not written because they were changed here.',
    folder.root,
    written,
    same,
    different.length,
  )
  return summarise(done, { refused: [...refused, ...gone], isStopped }, different, folder)
}
