import { ProtocolError } from '@lienthong/protocol'
import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  FilePermission,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  l10n,
  Uri,
  workspace,
} from 'vscode'
import { mayEdit } from '../core/session-state.ts'
import { addressOf, scheme } from './address.ts'
import type { DocumentDirectory } from './document-directory.ts'
import { fileErrorOf, isMissing } from './errors.ts'
import { folderSettings, isFolderSettings } from './folder-settings.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'
import type { Saving } from './saving.ts'

/** Databases as folders and their documents as files (rule B8). There is no file behind a document: reading gives its live text. */
export class DocumentFileSystem implements FileSystemProvider {
  private readonly changed = new EventEmitter<FileChangeEvent[]>()
  readonly onDidChangeFile = this.changed.event

  constructor(
    private readonly directory: DocumentDirectory,
    private readonly documents: OpenDocuments,
    private readonly saving: Saving,
  ) {
    documents.onDidOpen(document => this.followAccess(document))
    documents.onDidFail(uri => this.announceRights(uri))
  }

  /** Tells explorers that looked in vain, while nobody was signed in, what there is. */
  async announceFolders(): Promise<void> {
    const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === scheme)
    for (const { uri } of folders) {
      const entries = await this.readDirectory(uri).catch(() => [])
      const created = entries
        .map(([name]) => Uri.joinPath(uri, name))
        .filter(entry => !this.documents.at(entry))
      this.changed.fire(created.map(entry => ({ type: FileChangeType.Created, uri: entry })))
    }
  }

  watch(): Disposable {
    return new Disposable(() => {})
  }

  /** Whatever may be there is said to be there: only reading it says why it cannot be had now, in words, with "Try Again". */
  async stat(uri: Uri): Promise<FileStat> {
    const address = addressOf(uri.path)
    if (address.kind === 'root') return folderStat
    if (isFolderSettings(uri)) return settingsStat
    if (address.kind === 'nothing') throw FileSystemError.FileNotFound(uri)
    try {
      if (address.kind === 'document') return statOf(await this.documents.open(uri))
      await this.directory.documentsOf(address.databaseCode)
      return folderStat
    } catch (error) {
      if (this.documents.isShown(uri)) return closedStat
      if (isMissing(error)) throw FileSystemError.FileNotFound(uri)
      return address.kind === 'document' ? documentStat : folderStat
    }
  }

  async readDirectory(uri: Uri): Promise<[string, FileType][]> {
    const address = addressOf(uri.path)
    try {
      if (address.kind === 'root')
        return (await this.directory.databases()).filter(hasDocuments).map(folderEntry)
      if (address.kind !== 'database') throw FileSystemError.FileNotADirectory(uri)
      const documents = await this.directory.documentsOf(address.databaseCode)
      return documents.map(({ path }) => [path, FileType.File])
    } catch (error) {
      throw fileErrorOf(error, uri)
    }
  }

  /** The live text, so that "Don't Save" and "Revert" change nothing. */
  async readFile(uri: Uri): Promise<Uint8Array> {
    if (isFolderSettings(uri)) return new TextEncoder().encode(folderSettings)
    try {
      const { session } = await this.documents.open(uri)
      return new TextEncoder().encode(session.text.toString())
    } catch (error) {
      throw fileErrorOf(error, uri)
    }
  }

  /** Done when every change of this editor is on the server's disk. */
  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    try {
      const document = this.documents.at(uri)
      if (!document) throw new ProtocolError('DOCUMENT_NOT_FOUND')
      await this.saving.save(document, new TextDecoder().decode(content))
    } catch (error) {
      throw fileErrorOf(error, uri)
    }
  }

  createDirectory(): void {
    throw FileSystemError.NoPermissions(
      l10n.t('Databases are added to the inventory in the portal, not here.'),
    )
  }

  delete(): void {
    throw FileSystemError.NoPermissions(
      l10n.t('Documents of the national inventory cannot be deleted from an editor.'),
    )
  }

  rename(): void {
    throw FileSystemError.NoPermissions(
      l10n.t('Documents keep their address: others refer to it. They cannot be renamed or moved.'),
    )
  }

  /** A changed right makes the editor read-only, or writable again, at once. Nothing else is ever announced (rule B8). */
  private followAccess({ uri, session }: OpenDocument): void {
    let before = mayEdit(session.state)
    if (this.documents.isShown(uri)) this.announceRights(uri)
    session.onState(state => {
      const now = mayEdit(state)
      if (now === before) return
      before = now
      this.announceRights(uri)
    })
  }

  private announceRights(uri: Uri): void {
    this.changed.fire([{ type: FileChangeType.Changed, uri }])
  }
}

const folderStat: FileStat = { type: FileType.Directory, ctime: 0, mtime: 0, size: 0 }

/** The same for ever: a time or size that moves would make VS Code see conflicts that are none, or read over what is being typed. */
const documentStat: FileStat = { type: FileType.File, ctime: 0, mtime: 0, size: 0 }

/** Shown, but not open: nothing can be written that would not be lost (rule E6). */
const closedStat: FileStat = { ...documentStat, permissions: FilePermission.Readonly }

const statOf = ({ session }: OpenDocument): FileStat => (mayEdit(session.state) ? documentStat : closedStat)

const settingsStat: FileStat = {
  type: FileType.File,
  ctime: 0,
  mtime: 0,
  size: folderSettings.length,
  permissions: FilePermission.Readonly,
}

const hasDocuments = ({ documentCount }: { documentCount: number }): boolean => documentCount > 0
const folderEntry = ({ code }: { code: string }): [string, FileType] => [code, FileType.Directory]
