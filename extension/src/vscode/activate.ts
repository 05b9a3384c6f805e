import { authentication, type Disposable, type ExtensionContext, window, workspace } from 'vscode'
import { Accounts } from './accounts.ts'
import { scheme } from './address.ts'
import { LienThongAuthenticationProvider } from './authentication-provider.ts'
import { BrowserSignIn } from './browser-sign-in.ts'
import { type Parts, registerCommands } from './commands.ts'
import { Comments } from './comments.ts'
import { ContextKeys } from './context-keys.ts'
import { registerReport } from './diagnostic-report.ts'
import { Diagnostics } from './diagnostics.ts'
import { DirectivesView } from './directives-view.ts'
import { DocumentDirectory } from './document-directory.ts'
import { DocumentKeeping } from './document-keeping.ts'
import { EditorBindings } from './editor-bindings.ts'
import { showError } from './errors.ts'
import { DocumentFileSystem } from './file-system-provider.ts'
import { Files } from './files/files.ts'
import { History } from './history/history.ts'
import { InventoryView } from './inventory-view.ts'
import { KeptDocuments } from './kept-documents.ts'
import { registerLanguageFeatures } from './language-features/language-features.ts'
import { NewDocument } from './new-document.ts'
import { OpenDocuments } from './open-documents.ts'
import { People } from './people/people.ts'
import { QuickFixes } from './quick-fixes.ts'
import { QuietSaving } from './quiet-saving.ts'
import { announceRefusals } from './refusal-notice.ts'
import { Saving } from './saving.ts'
import { Server } from './server.ts'
import { StatusBar } from './status-bar.ts'
import { storageIn } from './storage-folders.ts'
import { offerPatches } from './unsent-patch.ts'
import { askAboutUnsentWords } from './unsent-words.ts'
import { LinkHandler } from './uri-handler.ts'

let server: Server | undefined
let keeping: DocumentKeeping | undefined

/** Puts the extension together, with what only this kind of host can do. */
export const activate = async (
  context: ExtensionContext,
  onlyHere: (context: ExtensionContext, parts: Parts) => Disposable[] = () => [],
): Promise<void> => {
  const accounts = new Accounts(context.secrets)
  const browser = new BrowserSignIn(context.extension.id)
  const kept = new KeptDocuments(accounts, storageIn(context.globalStorageUri))
  server = new Server(accounts, kept.storage)
  const directory = new DocumentDirectory(server)
  const documents = new OpenDocuments(server, directory, kept)
  keeping = new DocumentKeeping(kept, documents)
  const provider = providerFor({ accounts, browser, documents, kept })
  const saving = new Saving()
  const files = new DocumentFileSystem(directory, documents, saving)
  const bindings = new EditorBindings(documents)
  const comments = new Comments(documents, bindings)
  const history = new History(server, documents, bindings)
  const people = new People(server, documents, bindings)
  const views = {
    inventory: new InventoryView(server, directory),
    directives: new DirectivesView(server),
    people: people.view,
    history: history.view,
  }
  const newDocument = new NewDocument(server, directory, views.inventory)
  const parts = { server, directory, documents, bindings, authentication: provider, newDocument, ...views }
  const owned: Disposable[] = [
    accounts,
    documents,
    saving,
    bindings,
    comments,
    history,
    people,
    new Files(context, parts),
    new StatusBar(server, documents, keeping),
    new ContextKeys(documents),
    new Diagnostics(documents),
    new QuickFixes(documents, bindings),
    new QuietSaving(documents, bindings),
    workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true }),
    authentication.registerAuthenticationProvider('lienthong', 'Liên Thông', provider),
    window.registerUriHandler(new LinkHandler(browser)),
    window.registerTreeDataProvider('lienthong.inventory', views.inventory),
    window.registerTreeDataProvider('lienthong.directives', views.directives),
    followSettings(accounts),
    ...registerLanguageFeatures(documents),
    ...registerCommands(parts),
    ...comments.registerCommands(),
    ...registerReport(context.extension.packageJSON.version, parts),
    ...onlyHere(context, parts),
  ]
  context.subscriptions.push(...owned)
  announce(server, documents, files)
  await accounts.load().catch(showError)
}

interface SigningIn {
  accounts: Accounts
  browser: BrowserSignIn
  documents: OpenDocuments
  kept: KeptDocuments
}

const providerFor = ({ accounts, browser, documents, kept }: SigningIn): LienThongAuthenticationProvider =>
  new LienThongAuthenticationProvider(accounts, browser, {
    before: () => askAboutUnsentWords(documents),
    after: account => kept.clear(account),
  })

/** What is told without being asked for. */
const announce = (from: Server, documents: OpenDocuments, files: DocumentFileSystem): void => {
  announceRefusals(from)
  offerPatches(from, documents)
  from.onDidChangeConnection(connection => connection && files.announceFolders().catch(showError))
}

const followSettings = (accounts: Accounts): Disposable =>
  workspace.onDidChangeConfiguration(change => {
    if (['serverUrl', 'demoToken'].some(name => change.affectsConfiguration(`lienthong.${name}`)))
      accounts.load().catch(showError)
  })

/** Waits shortly for what is still on its way to the server, and keeps what the documents are by now. */
export const deactivate = async (): Promise<void> => {
  await Promise.all([keeping?.end(), server?.dispose()])
}
