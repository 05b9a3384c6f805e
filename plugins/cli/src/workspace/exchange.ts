import { dirname, resolve } from 'node:path'
import {
  Documents,
  RestClient,
  type Exchange as SharedExchange,
  Workspace,
  workspaceFile,
} from '@lienthong/protocol/client'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'
import { nearest } from '../root.ts'
import type { ServerOptions } from '../server/connection.ts'
import { credentialsFor, credentialsFrom } from '../server/credentials.ts'
import { DiskFolder } from './folder.ts'

/** A linked folder of this machine, the documents of its database, and as whom they are read and written. */
export interface Exchange extends SharedExchange<DiskFolder> {
  readonly credentials: { readonly server: string; readonly token: string }
}

/** `database` or `database/document`. */
export interface Address {
  readonly database: string
  readonly path: string | undefined
}

/** Errors: ADDRESS_INVALID. */
export function addressOf(words: string): Address {
  const [, database, path] = /^([^/]+)(?:\/([^/]+))?$/.exec(words) ?? []
  if (database === undefined) throw new Failure('ADDRESS_INVALID', { address: words })
  return { database, path }
}

/**
 * The workspace that a folder belongs to, or a new one of that database in it. `isOwn`: one of a folder above does not count.
 * Errors: WORKSPACE_MISSING, WORKSPACE_OTHER_DATABASE, and those of {@link credentialsFor}.
 */
export async function openExchange(
  folder: string,
  { database, isOwn = false }: { database?: string | undefined; isOwn?: boolean },
  options: ServerOptions,
  io: Io,
): Promise<Exchange> {
  const root = resolve(io.cwd, folder)
  const found = await openNearest(root)
  const isThis = found?.folder.root === root
  if (found && (isThis || !isOwn) && (database === undefined || found.database === database))
    return exchangeOf(found, await credentialsFor(found.server, options, io.env))
  if (database === undefined) throw new Failure('WORKSPACE_MISSING', { folder })
  if (found && isThis) throw new Failure('WORKSPACE_OTHER_DATABASE', { folder, database: found.database })
  const credentials = await credentialsFrom(options, io.env)
  return exchangeOf(Workspace.make(new DiskFolder(root), credentials.server, database), credentials)
}

/** The workspace of this folder or of the nearest above it. Errors: WORKSPACE_INVALID. */
async function openNearest(from: string): Promise<Workspace<DiskFolder> | undefined> {
  const path = nearest(from, workspaceFile)
  return path === undefined ? undefined : Workspace.open(new DiskFolder(dirname(path)))
}

async function exchangeOf(
  workspace: Workspace<DiskFolder>,
  credentials: Exchange['credentials'],
): Promise<Exchange> {
  const client = new RestClient({ url: credentials.server, token: async () => credentials.token })
  const documents = new Documents(client, workspace.database)
  return { workspace, documents, list: await documents.list(), credentials }
}

/** The same folder with the server as it is by now. */
export const again = async (exchange: Exchange): Promise<Exchange> => ({
  ...exchange,
  list: await exchange.documents.list(),
})
