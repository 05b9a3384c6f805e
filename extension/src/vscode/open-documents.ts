import { type DocumentSummary, ProtocolError } from '@lienthong/protocol'
import type { DocumentSession, ServerConnection } from '@lienthong/protocol/client'
import { EventEmitter, type TextDocument, Uri, window, workspace } from 'vscode'
import type { KeptDocument } from '../core/document-folder.ts'
import { pendingOf } from '../core/session-state.ts'
import { type Address, addressOf, pathOf, scheme } from './address.ts'
import type { DocumentDirectory } from './document-directory.ts'
import { isGone, showError } from './errors.ts'
import type { KeptDocuments } from './kept-documents.ts'
import { keepWords } from './kept-words.ts'
import type { Server } from './server.ts'
import { serverUrl } from './settings.ts'
import { Soon } from './soon.ts'
import { TextPositions } from './text-positions.ts'

/** A document that this window takes part in. */
export interface OpenDocument {
  readonly uri: Uri
  readonly summary: DocumentSummary
  readonly session: DocumentSession
  readonly connection: ServerConnection
  /** Offsets of the session's text as positions in an editor, and back. */
  readonly positions: TextPositions
}

/** A session that no editor shows is left after this pause: VS Code looks at a file before it shows it. */
const lingerMs = 20_000

/** Pause before a document that could not be opened is tried again, beside trying at once when the connection is back. */
const againMs = 5_000

/** How long opening waits for the server before the editor says so; the session goes on trying by itself. */
const openTimeoutMs = 15_000

/** How long opening waits for the server before it shows the document as it was, all in all. Longer is felt on a line that is dead without saying so. */
const silenceMs = 3_000

/** Every document session of this window: joined when VS Code first reads the file, left when its last editor is gone. */
export class OpenDocuments {
  private readonly entries = new Map<string, Promise<OpenDocument>>()
  private readonly joined = new Map<string, OpenDocument>()
  private readonly lingering = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly failures = new Map<string, unknown>()
  private readonly again = new Soon(() => this.openShown(), againMs)
  private readonly opened = new EventEmitter<OpenDocument>()
  private readonly closed = new EventEmitter<OpenDocument>()
  private readonly failed = new EventEmitter<Uri>()
  /** Told once for each session, with its text here. */
  readonly onDidOpen = this.opened.event
  readonly onDidClose = this.closed.event
  /** An editor shows a document that could not be opened. Told once until it is. */
  readonly onDidFail = this.failed.event

  private connection: ServerConnection | undefined

  constructor(
    private readonly server: Server,
    private readonly directory: DocumentDirectory,
    private readonly kept: KeptDocuments,
  ) {
    server.onDidChangeConnection(() => this.startAnew())
    server.onDidChangeState(({ kind }) => kind === 'online' && this.again.now())
  }

  get all(): OpenDocument[] {
    return [...this.joined.values()]
  }

  /** The document in front. While somebody writes a comment, the comment's box is the active editor: then it is the one behind. */
  get active(): OpenDocument | undefined {
    const document = window.activeTextEditor?.document
    if (document && document.uri.scheme !== 'comment') return this.of(document)
    const visible = window.visibleTextEditors.map(editor => this.of(editor.document))
    return visible.find(shown => shown !== undefined)
  }

  /** A document whose text is here. */
  at(uri: Uri): OpenDocument | undefined {
    return this.joined.get(uri.toString())
  }

  of(document: TextDocument): OpenDocument | undefined {
    return document.uri.scheme === scheme ? this.at(document.uri) : undefined
  }

  withId(documentId: string): OpenDocument | undefined {
    return this.all.find(({ summary }) => summary.id === documentId)
  }

  /** Why the document of the editor in front is not open. */
  get failureInFront(): unknown {
    const document = window.activeTextEditor?.document
    return document && this.failures.get(document.uri.toString())
  }

  /** Joins, or gives the session that is joined already. Errors: the server's; SERVER_UNREACHABLE when it does not answer in time. */
  open(uri: Uri): Promise<OpenDocument> {
    const key = uri.toString()
    const known = this.entries.get(key)
    if (known !== undefined) return known
    const entry = this.join(uri)
    this.entries.set(key, entry)
    entry.then(
      () => this.linger(uri),
      error => {
        if (isGone(error)) this.part(uri).catch(showError)
        if (this.entries.get(key) === entry) this.couldNotOpen(uri, error)
      },
    )
    return entry
  }

  /** Keeps the session for as long as the text document is open. */
  hold(document: TextDocument): void {
    clearTimeout(this.lingering.get(document.uri.toString()))
  }

  /** The text document was closed: leave, unless it is opened again at once (a language change does that). */
  release(uri: Uri): void {
    this.failures.delete(uri.toString())
    if (this.joined.has(uri.toString())) this.linger(uri)
  }

  /** Leaves a document that the server does not let in any more; what it did not take is kept. */
  async giveUp({ uri, session }: OpenDocument): Promise<void> {
    const { state } = session
    if (state.kind !== 'refused') return
    await this.leave(uri.toString())
    this.couldNotOpen(uri, state.error)
  }

  dispose(): void {
    this.again.dispose()
    for (const timer of this.lingering.values()) clearTimeout(timer)
    this.opened.dispose()
    this.closed.dispose()
    this.failed.dispose()
  }

  /** Whether an editor of this window has the document's text, open or not. */
  isShown(uri: Uri): boolean {
    const key = uri.toString()
    return workspace.textDocuments.some(shown => !shown.isClosed && shown.uri.toString() === key)
  }

  private async join(uri: Uri): Promise<OpenDocument> {
    const address = addressOf(uri.path)
    const silentAt = Date.now() + silenceMs
    const summary = await this.find(address, silentAt)
    const { connection } = this.server
    if (!connection) throw new ProtocolError('TOKEN_MISSING')
    const session = connection.open(summary.id)
    try {
      await this.whenReady(session, address, silentAt)
      if (connection !== this.server.connection) throw new ProtocolError('TOKEN_MISSING')
    } catch (error) {
      await session.close()
      throw error
    }
    const document = { uri, summary, session, connection, positions: new TextPositions(session) }
    session.onState(state => {
      if (state.kind === 'refused' && (state.pending === 0 || isGone(state.error))) void this.giveUp(document)
    })
    this.failures.delete(uri.toString())
    this.joined.set(uri.toString(), document)
    this.opened.fire(document)
    return document
  }

  /** What is at an address; while the server is silent, what was. */
  private async find(address: Address, silentAt: number): Promise<DocumentSummary> {
    const asked = this.directory.find(address)
    try {
      return await inTime(asked, silentAt - Date.now())
    } catch (error) {
      if (!isUnreachable(error)) throw error
      return (await this.was(address))?.summary ?? inTime(asked, openTimeoutMs)
    }
  }

  /** Resolves with the document's text here: the server's or, while it is silent, as it was. */
  private async whenReady(session: DocumentSession, address: Address, silentAt: number): Promise<void> {
    try {
      await inTime(session.ready, this.server.state.kind === 'offline' ? 0 : silentAt - Date.now())
    } catch (error) {
      if (!isUnreachable(error)) throw error
      const kept = await this.was(address)
      if (kept?.summary.id === session.documentId) await session.startFrom(kept.state)
      await inTime(session.ready, openTimeoutMs)
    }
  }

  /** A document as it was; storage that does not answer has nothing. */
  private was(address: Address): Promise<KeptDocument | undefined> {
    return inTime(this.kept.find(address), silenceMs).catch(() => undefined)
  }

  /** What was never sent to a document that is no longer there for this person is kept. */
  private async part(uri: Uri): Promise<void> {
    const unsent = await this.kept.part(addressOf(uri.path))
    if (unsent) await keepWords(uri, unsent.title, unsent.text)
  }

  private linger(uri: Uri): void {
    const key = uri.toString()
    clearTimeout(this.lingering.get(key))
    if (this.isShown(uri)) return
    this.lingering.set(
      key,
      setTimeout(() => this.isShown(uri) || this.leaveUnlessWaiting(uri), lingerMs),
    )
  }

  /** What can still be sent is worth waiting for. */
  private leaveUnlessWaiting(uri: Uri): void {
    const state = this.at(uri)?.session.state
    if (state && state.kind !== 'refused' && pendingOf(state) > 0) this.linger(uri)
    else void this.leave(uri.toString())
  }

  private async leave(key: string): Promise<void> {
    const document = this.joined.get(key)
    this.joined.delete(key)
    this.entries.delete(key)
    this.lingering.delete(key)
    if (!document) return
    this.closed.fire(document)
    const { session, summary, uri } = document
    await session.close()
    if (pendingOf(session.state) > 0) await keepWords(uri, summary.title, session.text.toString())
  }

  private couldNotOpen(uri: Uri, error: unknown): void {
    const key = uri.toString()
    this.entries.delete(key)
    if (!this.isShown(uri)) return
    const isNew = !this.failures.has(key)
    this.failures.set(key, error)
    if (isNew) this.failed.fire(uri)
    if (error instanceof ProtocolError && error.retry !== 'no') this.again.later()
  }

  /** Another account or server: what was joined before is closed with its connection; what is shown is joined again. */
  private startAnew(): void {
    for (const key of [...this.joined.keys()]) void this.leave(key)
    if (this.connection) this.entries.clear()
    this.connection = this.server.connection
    this.openShown()
  }

  private openShown(): void {
    for (const { uri, isClosed } of workspace.textDocuments) {
      if (isClosed || uri.scheme !== scheme || addressOf(uri.path).kind !== 'document') continue
      // What went wrong is told by onDidFail, and tried again where that may help.
      this.open(uri).catch(() => undefined)
    }
  }
}

/** The URI under which a document opens. */
export const uriOf = ({ databaseCode, path }: Pick<DocumentSummary, 'databaseCode' | 'path'>): Uri =>
  Uri.from({ scheme, path: pathOf(databaseCode, path) })

const isUnreachable = (error: unknown): boolean =>
  error instanceof ProtocolError && error.code === 'SERVER_UNREACHABLE'

const inTime = <T>(answer: Promise<T>, ms: number): Promise<T> =>
  new Promise((resolve, reject) => {
    const late = () => reject(new ProtocolError('SERVER_UNREACHABLE', { url: serverUrl() }))
    const timer = setTimeout(late, ms)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
