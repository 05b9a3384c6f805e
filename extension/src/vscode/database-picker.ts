import type { Database } from '@lienthong/protocol'
import { window } from 'vscode'
import type { DocumentDirectory } from './document-directory.ts'
import { Cancelled } from './errors.ts'
import type { InventoryNode } from './inventory-view.ts'
import { localText } from './language.ts'

/** The database that a menu names, or the one that the person chooses. Errors: Cancelled. */
export const databaseOf = async (
  node: InventoryNode | undefined,
  title: string,
  directory: DocumentDirectory,
): Promise<Database> => {
  if (node?.kind === 'database') return node.database
  const items = directory.databases().then(databases =>
    databases.map(database => ({
      label: localText(database.name),
      description: database.code,
      ...(database.ownerName === null ? {} : { detail: database.ownerName }),
      database,
    })),
  )
  const picked = await window.showQuickPick(items, { title, matchOnDescription: true, matchOnDetail: true })
  if (!picked) throw new Cancelled()
  return picked.database
}
