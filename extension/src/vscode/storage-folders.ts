import type { DocumentId } from '@lienthong/protocol'
import type { UnsentStore } from '@lienthong/protocol/client'
import { FileSystemError, Uri, workspace } from 'vscode'
import { DocumentFolder } from '../core/document-folder.ts'
import { type Folder, FolderStore } from '../core/folder-store.ts'
import type { Account } from './account.ts'

/** Where what outlives the window is kept, for one account. */
export interface Storage {
  documents(account: Account): DocumentFolder
  unsent(account: Account, documentId: DocumentId): UnsentStore
}

/**
 * Where things outlive the window (rule E30): in the extension's own storage, which is a disk beside a desktop's or remote extension host
 * and the browser's database in the web. Folders for each server and person, so that nobody's words are sent as somebody else's or to
 * another server, and nobody reads what another person may.
 */
export const storageIn = (storage: Uri): Storage => {
  const folderOf = (kind: string, { serverUrl, me }: Account, ...rest: string[]): Folder =>
    folderAt(Uri.joinPath(storage, kind, encodeURIComponent(serverUrl), me.person.id, ...rest))
  return {
    unsent: (account, documentId) => new FolderStore(folderOf('unsent', account, documentId)),
    documents: account => new DocumentFolder(folderOf('documents', account)),
  }
}

const folderAt = (folder: Uri): Folder => ({
  names: async () => {
    const entries = await workspace.fs.readDirectory(folder).then(undefined, nothingIfMissing)
    return (entries ?? []).map(([name]) => name)
  },
  read: async name => workspace.fs.readFile(Uri.joinPath(folder, name)),
  write: async (name, content) => workspace.fs.writeFile(Uri.joinPath(folder, name), content),
  remove: async name => workspace.fs.delete(Uri.joinPath(folder, name)).then(undefined, nothingIfMissing),
})

const nothingIfMissing = (error: unknown): undefined => {
  if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined
  throw error
}
