import { Documents, type Exchange, Workspace } from '@lienthong/protocol/client'
import { l10n, type Uri } from 'vscode'
import type { Server } from '../../server.ts'
import { serverUrl } from '../../settings.ts'
import { ChosenFolder } from './chosen-folder.ts'

/** A folder that the person chose, and the documents of its database. */
export type FolderExchange = Exchange<ChosenFolder>

/**
 * The folder as its `.lienthong` links it, or linked to the database that `askDatabase` answers. A folder may come from anybody: it never
 * decides where this person's token goes. Errors: WORKSPACE_INVALID, one in words for a folder of another server, the server's.
 */
export const openLinked = async (
  uri: Uri,
  server: Server,
  askDatabase: () => Promise<string>,
): Promise<FolderExchange> => {
  const folder = new ChosenFolder(uri)
  const found = await Workspace.open(folder)
  if (found && plain(found.server) !== plain(serverUrl()))
    throw new Error(
      l10n.t(
        'This folder is linked to the server {0}, and you are signed in to {1}: nothing was read or written.',
        found.server,
        serverUrl(),
      ),
    )
  const records = await server.records()
  const workspace = found ?? Workspace.make(folder, serverUrl(), await askDatabase(), 'database')
  const documents = new Documents(records, workspace.database)
  return { workspace, documents, list: await documents.list() }
}

/** Errors: one in words for a folder of another database. */
export const refuseOtherDatabase = ({ workspace }: FolderExchange, database: string): void => {
  if (workspace.database !== database)
    throw new Error(
      l10n.t('This folder is linked to the database {0}, not to {1}.', workspace.database, database),
    )
}

const plain = (address: string): string => address.replace(/\/+$/, '')
