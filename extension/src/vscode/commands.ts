import { commands, type Disposable, env, Uri } from 'vscode'
import { scheme } from './address.ts'
import type { LienThongAuthenticationProvider } from './authentication-provider.ts'
import type { DirectiveNode, DirectivesView } from './directives-view.ts'
import type { DocumentDirectory } from './document-directory.ts'
import { pickDocument } from './document-picker.ts'
import type { EditorBindings } from './editor-bindings.ts'
import { showError } from './errors.ts'
import type { HistoryView } from './history/history-view.ts'
import type { InventoryNode, InventoryView } from './inventory-view.ts'
import { keepWords } from './kept-words.ts'
import type { NewDocument } from './new-document.ts'
import type { OpenDocuments } from './open-documents.ts'
import type { PeopleView } from './people/people-view.ts'
import type { Server } from './server.ts'
import { askServerAddress } from './server-address.ts'
import { serverUrl } from './settings.ts'
import { showStatusMenu } from './status-menu.ts'
import { askAboutUnsentWords } from './unsent-words.ts'

/** What the commands of package.json act upon. */
export interface Parts {
  server: Server
  directory: DocumentDirectory
  documents: OpenDocuments
  bindings: EditorBindings
  authentication: LienThongAuthenticationProvider
  inventory: InventoryView
  directives: DirectivesView
  people: PeopleView
  history: HistoryView
  newDocument: NewDocument
}

/** Registers a command; what it cannot do is said in the person's language. */
export const register = <A extends unknown[]>(name: string, run: (...args: A) => unknown): Disposable =>
  commands.registerCommand(`lienthong.${name}`, async (...args: A) => {
    try {
      await run(...args)
    } catch (error) {
      showError(error)
    }
  })

/** The commands that belong to no view of their own. */
export const registerCommands = (parts: Parts): Disposable[] => {
  const {
    server,
    directory,
    documents,
    bindings,
    authentication,
    inventory,
    directives,
    people,
    history,
    newDocument,
  } = parts
  return [
    register('signIn', () => authentication.createSession()),
    register('signInWithToken', () => authentication.signInWithToken()),
    register('signOut', () => authentication.removeSession()),
    // Whoever is signed in stays so until somebody else is: their unsent words wait for them.
    register('signInAgain', () => authentication.createSession()),
    register('setServer', () => askServerAddress(() => askAboutUnsentWords(documents))),
    register('openDocument', () => pickDocument(directory)),
    register('openFolder', () =>
      commands.executeCommand('vscode.openFolder', Uri.from({ scheme, path: '/' })),
    ),
    register('newDocument', (node?: InventoryNode) => newDocument.run(node)),
    register('keepText', () => keepText(documents)),
    register('reconnect', () => server.reconnect()),
    register('showStatus', () => showStatusMenu(server, documents)),
    register('openPortal', (node?: InventoryNode | DirectiveNode) => openPortal(documents, node)),
    register('undo', () => bindings.active?.undo.undo()),
    register('redo', () => bindings.active?.undo.redo()),
    register('addComment', () => commands.executeCommand('workbench.action.addComment')),
    register('refresh', () => {
      inventory.refresh()
      directives.refresh()
      people.refresh()
      history.refresh()
    }),
  ]
}

/** What the server does not take stays with the person. A document that it does not let in any more is left with that. */
const keepText = async (documents: OpenDocuments): Promise<void> => {
  const { active } = documents
  if (!active) return
  const { uri, summary, session } = active
  if (session.state.kind === 'refused') await documents.giveUp(active)
  else await keepWords(uri, summary.title, session.text.toString())
}

/** A record's page, or the page of the database that the document in front belongs to. */
const openPortal = async (documents: OpenDocuments, node?: InventoryNode | DirectiveNode): Promise<void> => {
  await env.openExternal(Uri.parse(`${serverUrl()}${pageOf(documents, node)}`, true))
}

const pageOf = (documents: OpenDocuments, node?: InventoryNode | DirectiveNode): string => {
  if (node?.kind === 'database') return `/databases/${encodeURIComponent(node.database.code)}`
  if (node?.kind === 'directive') return `/directives/${encodeURIComponent(node.directive.code)}`
  const active = documents.active
  return active ? `/databases/${encodeURIComponent(active.summary.databaseCode)}` : '/'
}
