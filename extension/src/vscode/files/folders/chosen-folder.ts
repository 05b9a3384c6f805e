import { FileRefused } from '@lienthong/protocol'
import { type Folder, isLinkable, workspaceFile } from '@lienthong/protocol/client'
import { FileSystemError, FileType, Uri, workspace } from 'vscode'

/** A folder that the person chose, wherever VS Code has files. */
export class ChosenFolder implements Folder {
  constructor(private readonly uri: Uri) {}

  get root(): string {
    return this.uri.fsPath
  }

  /** Where a file is, by its name in the folder. */
  uriOf(name: string): Uri {
    return Uri.joinPath(this.uri, ...name.split('/'))
  }

  async read(name: string): Promise<Uint8Array | undefined> {
    if (!(await this.has(name))) return undefined
    try {
      return await workspace.fs.readFile(this.uriOf(name))
    } catch (error) {
      throw new FileRefused('FILE_UNREADABLE', { file: name, reason: reasonOf(error) })
    }
  }

  async write(name: string, content: string, before: string | undefined): Promise<void> {
    const now = await this.read(name)
    if ((now && new TextDecoder('utf-8', { ignoreBOM: true }).decode(now)) !== before)
      throw new FileRefused('FILE_CHANGED', { file: name })
    const file = this.uriOf(name)
    // Beside it first, so that whatever stops us leaves the old or the new.
    const next = file.with({ path: `${file.path}.${crypto.randomUUID()}.new` })
    try {
      await workspace.fs.writeFile(next, new TextEncoder().encode(content))
      await workspace.fs.rename(next, file, { overwrite: true })
    } catch (error) {
      await workspace.fs.delete(next).then(undefined, () => {})
      throw new FileRefused('FILE_UNWRITABLE', { file: name, reason: reasonOf(error) })
    }
  }

  async names(): Promise<string[]> {
    const entries = await workspace.fs.readDirectory(this.uri)
    return entries.filter(([, type]) => type === FileType.File).map(([name]) => name)
  }

  /** Whether the file is there. Errors: FILE_OUTSIDE, for what is no plain file or is reached through a symbolic link. */
  private async has(name: string): Promise<boolean> {
    if (name !== workspaceFile && !isLinkable(name)) throw new FileRefused('FILE_OUTSIDE', { file: name })
    const parts = name.split('/')
    for (let depth = 1; depth <= parts.length; depth++) {
      const type = await typeAt(this.uriOf(parts.slice(0, depth).join('/')))
      if (type === undefined) return false
      if (type !== (depth < parts.length ? FileType.Directory : FileType.File))
        throw new FileRefused('FILE_OUTSIDE', { file: name })
    }
    return true
  }
}

/** What is there; a symbolic link tells so beside what it leads to. */
const typeAt = async (uri: Uri): Promise<FileType | undefined> => {
  try {
    return (await workspace.fs.stat(uri)).type
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined
    throw new FileRefused('FILE_UNREADABLE', { file: uri.path, reason: reasonOf(error) })
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
