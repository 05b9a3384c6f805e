import { type FileText, readFileText } from '@lienthong/protocol/client'
import { type ExtensionContext, env, l10n, Uri, window, workspace } from 'vscode'
import { scheme } from '../address.ts'
import { Cancelled } from '../errors.ts'
import { nameOf } from './named-document.ts'

/** A file that was chosen, with its text. */
export interface NamedText extends FileText {
  name: string
}

const folderKey = 'lastFolder'

/** Asks for files where files are: in a window on databases VS Code itself would offer those as folders. */
export class FileDialogs {
  constructor(private readonly context: ExtensionContext) {}

  /** Errors: Cancelled. */
  async askTarget(name: string): Promise<Uri> {
    const options = { title: l10n.t('Export Document to File'), saveLabel: l10n.t('Export') }
    const folder = this.folder()
    return this.remembered(
      await window.showSaveDialog({ ...options, ...(folder && { defaultUri: Uri.joinPath(folder, name) }) }),
    )
  }

  /** Errors: Cancelled; one in words for what is not text in UTF-8 and would not come back as it is. */
  async read(): Promise<NamedText> {
    const options = { title: l10n.t('Import File'), openLabel: l10n.t('Import') }
    const folder = this.folder()
    const chosen = await window.showOpenDialog({ ...options, ...(folder && { defaultUri: folder }) })
    const uri = await this.remembered(chosen?.[0])
    const text = readFileText(await workspace.fs.readFile(uri))
    if (!text) throw new Error(l10n.t('“{0}” is not text in UTF-8: nothing was imported.', nameOf(uri)))
    return { name: nameOf(uri), ...text }
  }

  /** Errors: Cancelled. */
  async askFolder(title: string, openLabel: string): Promise<Uri> {
    const options = { title, openLabel, canSelectFolders: true, canSelectFiles: false }
    const folder = this.folder()
    const chosen = await window.showOpenDialog({ ...options, ...(folder && { defaultUri: folder }) })
    return this.remembered(chosen?.[0])
  }

  private async remembered(uri: Uri | undefined): Promise<Uri> {
    if (!uri) throw new Cancelled()
    await this.context.globalState.update(folderKey, Uri.joinPath(uri, '..').toString())
    return uri
  }

  /** Where files were last, a folder of this window, or the person's own; a browser that works on a distant machine knows it better. */
  private folder(): Uri | undefined {
    const last = this.context.globalState.get<string>(folderKey)
    if (last !== undefined) return Uri.parse(last, true)
    const opened = workspace.workspaceFolders?.find(({ uri }) => uri.scheme !== scheme)
    const { globalStorageUri } = this.context
    const isLocal = globalStorageUri.scheme === 'file' || env.remoteName === undefined
    return opened?.uri ?? (isLocal ? Uri.file(homeIn(globalStorageUri.path)) : undefined)
  }
}

/** The person's own folder, as far as VS Code's folder for this extension is in it. */
const homeIn = (path: string): string => /^(?:\/[a-z]:)?\/(?:home|users)\/[^/]+/i.exec(path)?.[0] ?? '/'
