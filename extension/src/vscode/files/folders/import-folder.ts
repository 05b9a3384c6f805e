import { type Comparison, compareFile, pairsOf } from '@lienthong/protocol/client'
import { l10n } from 'vscode'
import { databaseOf } from '../../database-picker.ts'
import type { DocumentDirectory } from '../../document-directory.ts'
import type { EditorBindings } from '../../editor-bindings.ts'
import type { InventoryNode, InventoryView } from '../../inventory-view.ts'
import type { OpenDocuments } from '../../open-documents.ts'
import type { Server } from '../../server.ts'
import type { FileDialogs } from '../file-dialogs.ts'
import { isDifferent } from './differences.ts'
import { pickFiles } from './import-picker.ts'
import { openLinked, refuseOtherDatabase } from './linked-folder.ts'
import { summarise } from './summary.ts'
import { TakeOver } from './take-over.ts'
import { walk } from './walk.ts'

interface Parts {
  server: Server
  directory: DocumentDirectory
  dialogs: FileDialogs
  documents: OpenDocuments
  bindings: EditorBindings
  inventory: InventoryView
}

/** Brings the files of a folder into documents: those that the person checks, and no conflict (rule E20). */
export const importFolder = async (
  node: InventoryNode | undefined,
  { server, directory, dialogs, documents, bindings, inventory }: Parts,
): Promise<void> => {
  const uri = await dialogs.askFolder(l10n.t('Import Folder'), l10n.t('Import'))
  const ask = () => databaseOf(node, l10n.t('Import into the documents of which database?'), directory)
  const exchange = await openLinked(uri, server, async () => (await ask()).code)
  if (node?.kind === 'database') refuseOtherDatabase(exchange, node.database.code)
  const { connection } = server
  const { folder } = exchange.workspace
  const compared = await walk(l10n.t('Comparing files with documents'), await pairsOf(exchange), pair =>
    compareFile(pair, exchange),
  )
  if (compared.isStopped) return summarise(l10n.t('Nothing was imported.'), compared, [], folder)
  const isSame = ({ state }: Comparison) => state === 'same'
  const found = compared.results
  const chosen: Comparison[] = found.every(isSame) ? [] : await pickFiles(found, exchange)
  const takeOver = new TakeOver(exchange, documents, bindings, connection)
  const taken = await walk(
    l10n.t('Importing files'),
    found.filter(one => isSame(one) || chosen.includes(one)),
    one => takeOver.take(one),
  )
  inventory.refresh()
  const count = (outcome: string) => taken.results.filter(one => one.outcome === outcome).length
  const late = taken.results.filter(({ outcome }) => outcome === 'conflict')
  const conflicts = [...found.filter(({ state }) => state === 'conflict'), ...late.map(one => one.comparison)]
  const done = l10n.t(
    'Imported from {0}: {1} taken over, {2} conflicts, {3} the same.',
    folder.root,
    count('taken'),
    conflicts.length,
    count('same'),
  )
  const refused = [...compared.refused, ...taken.refused]
  await summarise(done, { refused, isStopped: taken.isStopped }, conflicts.filter(isDifferent), folder)
}
