import { escaped } from '@lienthong/plugin-engine'
import { ProtocolError } from '@lienthong/protocol'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Connection,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type ShowMessageParams,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { configName } from '../config/names.ts'
import { version } from '../version.ts'
import { Speech } from '../words/speech.ts'
import { diagnosticOf } from './diagnostics.ts'
import { Findings } from './findings.ts'
import { actionsAt, fixAllKind } from './fixes.ts'
import { LocalFiles, pathOf } from './local-files.ts'
import { foldsOf, symbolsOf } from './outlines.ts'
import { Places } from './places.ts'
import { Proposals, proposalTriggers } from './proposals.ts'
import { type RenamedIn, Renames } from './renames.ts'

/** A pause in typing after which a text is checked. */
const quietMs = 150

/** Answers an editor that speaks the Language Server Protocol about the files of its workspace. */
export class LanguageServer {
  private readonly open = new TextDocuments(TextDocument)
  private readonly waiting = new Map<string, NodeJS.Timeout>()
  private readonly files: LocalFiles
  private readonly findings: Findings
  private readonly places: Places
  private readonly renames: Renames
  private readonly proposals: Proposals
  private readonly speech: Speech

  private constructor(
    private readonly connection: Connection,
    private readonly editor: InitializeParams,
    speech: Speech,
  ) {
    const { workspaceFolders, locale } = editor
    const roots = (workspaceFolders ?? []).flatMap(({ uri }) => pathOf(uri) ?? [])
    this.speech = locale?.toLowerCase().startsWith('vi') ? new Speech('vi') : speech
    this.files = new LocalFiles(this.open, roots)
    this.findings = new Findings(this.files)
    this.places = new Places(this.files)
    this.renames = new Renames(this.files)
    this.proposals = new Proposals(this.files, this.findings, this.speech)
  }

  /** Serves until the editor hangs up. */
  static serve(connection: Connection, speech: Speech): Promise<void> {
    return new Promise(resolve => {
      let server: LanguageServer | undefined
      connection.onInitialize(params => {
        server = new LanguageServer(connection, params, speech)
        return server.start()
      })
      connection.onShutdown(() => server?.stop())
      connection.onExit(() => resolve())
      connection.listen()
    })
  }

  private start(): InitializeResult {
    const { connection, open, places, renames } = this
    open.onDidChangeContent(({ document }) => this.changed(document.uri))
    open.onDidClose(({ document }) => this.closed(document.uri))
    open.onDidSave(({ document }) => this.saved(document.uri))
    open.listen(connection)
    connection.onDocumentSymbol(async ({ textDocument }) => {
      const outline = await this.outlineOf(textDocument.uri)
      return outline && symbolsOf(outline)
    })
    connection.onFoldingRanges(async ({ textDocument }) => {
      const outline = await this.outlineOf(textDocument.uri)
      return outline && foldsOf(outline)
    })
    connection.onDefinition(({ textDocument, position }) => places.definitions(textDocument.uri, position))
    connection.onReferences(({ textDocument, position, context }) =>
      places.references(textDocument.uri, position, context.includeDeclaration),
    )
    connection.onCompletion(params => this.proposals.at(params))
    connection.onPrepareRename(({ textDocument, position }) =>
      this.refusable(() => renames.prepare(textDocument.uri, position)),
    )
    connection.onRenameRequest(({ textDocument, position, newName }) =>
      this.refusable(async () => this.changesOf(await renames.edits(textDocument.uri, position, newName))),
    )
    connection.onHover(params => this.hover(params))
    connection.onCodeAction(params => this.actions(params))
    const { prepareSupport } = this.editor.capabilities.textDocument?.rename ?? {}
    const renameProvider = prepareSupport ? { prepareProvider: true } : true
    return {
      serverInfo: { name: 'lienthong', version },
      capabilities: { ...capabilities, renameProvider },
    }
  }

  private async stop(): Promise<void> {
    for (const timer of this.waiting.values()) clearTimeout(timer)
    await Promise.all([this.files.stop(), this.findings.reset()])
  }

  private async outlineOf(uri: string) {
    const file = this.files.fileAt(uri)
    return file && this.files.outlineOf(file)
  }

  /** An expected refusal is the answer, in words. */
  private refusable<T>(answer: () => Promise<T>): Promise<T | ResponseError> {
    return answer().catch((error: unknown) => {
      if (!(error instanceof ProtocolError)) throw error
      return new ResponseError(LSPErrorCodes.RequestFailed, this.speech.explain(error))
    })
  }

  /** With the versions of the texts, where an editor can tell that one has changed since. */
  private changesOf(renamed: readonly RenamedIn[]): WorkspaceEdit {
    if (!this.editor.capabilities.workspace?.workspaceEdit?.documentChanges)
      return { changes: Object.fromEntries(renamed.map(({ uri, edits }) => [uri, edits])) }
    return {
      documentChanges: renamed.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })),
    }
  }

  /** What stands behind the words, and why a rule found something there. */
  private async hover({
    textDocument: { uri },
    position,
  }: TextDocumentPositionParams): Promise<Hover | null> {
    const found = this.findings.of(uri)
    const text = this.open.get(uri)
    const offset = found?.text.offsetAt(position) ?? 0
    const here = (found?.findings ?? []).filter(({ start, end }) => start <= offset && offset <= end)
    const said = (text && (await found?.file.explain(text.getText(), text.offsetAt(position)))) ?? []
    const rules = [...new Set(here.map(({ ruleId }) => ruleId))].flatMap(id => found?.rules.get(id) ?? [])
    const texts = [
      ...(await this.places.explanations(uri, position)),
      ...said.map(text => this.speech.say(text)),
      ...rules.map(({ title, docs }) => `**${escaped(this.speech.say(title))}**\n\n${this.speech.say(docs)}`),
    ]
    return texts.length === 0 ? null : { contents: { kind: 'markdown', value: texts.join('\n\n---\n\n') } }
  }

  /** None while the text has changed since it was checked: a fix would land beside its words. */
  private actions({ textDocument: { uri }, range, context }: CodeActionParams): CodeAction[] {
    const found = this.findings.of(uri)
    if (!found || found.version !== this.open.get(uri)?.version) return []
    const [start, end] = [found.text.offsetAt(range.start), found.text.offsetAt(range.end)]
    const { only } = context
    const isWanted = ({ kind = '' }: CodeAction) =>
      !only || only.some(wanted => kind === wanted || kind.startsWith(`${wanted}.`))
    return actionsAt(found, start, end, this.speech).filter(isWanted)
  }

  /** Those that refer to it are checked with it. */
  private changed(uri: string): void {
    const file = this.files.fileAt(uri)
    for (const concerned of [uri, ...(file ? this.findings.referringTo(file) : [])]) this.due(concerned)
  }

  private due(uri: string): void {
    clearTimeout(this.waiting.get(uri))
    this.waiting.set(
      uri,
      setTimeout(() => void this.check(uri), quietMs),
    )
  }

  /** Who refers to it is held against the file on the disk from now on. */
  private closed(uri: string): void {
    const file = this.files.fileAt(uri)
    for (const concerned of file ? this.findings.referringTo(file) : []) this.due(concerned)
    clearTimeout(this.waiting.get(uri))
    this.waiting.delete(uri)
    this.findings.forget(uri)
    void this.connection.sendDiagnostics({ uri, diagnostics: [] })
  }

  private async saved(uri: string): Promise<void> {
    if (!uri.endsWith(`/${configName}`)) return
    await this.findings.reset()
    for (const open of this.open.keys()) this.due(open)
  }

  /** What a configuration or a plugin has wrong is said in the editor; the next check tries again. */
  private async check(uri: string): Promise<void> {
    const file = this.files.fileAt(uri)
    if (!file) return
    try {
      const found = await this.findings.check(file)
      if (!this.open.get(uri)) return this.findings.forget(uri)
      const diagnostics = (found?.findings ?? []).map(finding =>
        diagnosticOf(found?.text ?? TextDocument.create(uri, '', 0, ''), finding, this.speech),
      )
      await this.connection.sendDiagnostics({ uri, diagnostics })
    } catch (error) {
      // Not by a request with buttons, which not every editor answers.
      const told: ShowMessageParams = { type: MessageType.Error, message: this.speech.explain(error) }
      await this.connection.sendNotification(ShowMessageNotification.type, told)
    }
  }
}

const capabilities: InitializeResult['capabilities'] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  completionProvider: { triggerCharacters: proposalTriggers },
  hoverProvider: true,
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
}
