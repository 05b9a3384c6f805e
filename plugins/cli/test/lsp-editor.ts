import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DidOpenTextDocumentNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { repository, type Terminal } from './terminal.ts'

/** An editor that has started `lienthong lsp` in a terminal's folder, its workspace. */
export class LspEditor {
  /** By the document's URI, the newest. */
  readonly told = new Map<string, Diagnostic[]>()
  readonly messages: string[] = []
  readonly capabilities: InitializeResult['capabilities'] = {}

  private constructor(
    private readonly terminal: Terminal,
    readonly child: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(terminal: Terminal, can: ClientCapabilities = {}, locale = 'en'): Promise<LspEditor> {
    const command = join(repository, 'plugins/cli/bin/lienthong.js')
    const { folder: cwd, env } = terminal
    const child = spawn(process.execPath, [command, 'lsp', '--stdio'], { cwd, env })
    const { stdin, stdout } = child
    const connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    )
    const editor = new LspEditor(terminal, child, connection)
    connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      editor.told.set(uri, diagnostics)
    })
    connection.onNotification(
      ShowMessageNotification.type,
      ({ message }) => void editor.messages.push(message),
    )
    connection.listen()
    const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      locale,
      capabilities: can,
      workspaceFolders: [{ name: 'x', uri: pathToFileURL(cwd).href }],
    })
    Object.assign(editor.capabilities, capabilities)
    return editor
  }

  uriOf(name: string): string {
    return pathToFileURL(join(this.terminal.folder, name)).href
  }

  open(name: string, text: string): Promise<void> {
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: this.uriOf(name), languageId: 'yaml', version: 1, text },
    })
  }

  async until(is: () => boolean): Promise<void> {
    const deadline = Date.now() + 60_000
    while (!is()) {
      if (Date.now() > deadline)
        throw new Error(`not told, but ${JSON.stringify([...this.told])} ${this.messages}`)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  }

  /** The place behind so many characters of a text. */
  at(name: string, text: string, offset: number) {
    const before = text.slice(0, offset).split('\n')
    return {
      textDocument: { uri: this.uriOf(name) },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    }
  }

  close(): void {
    this.child.kill('SIGKILL')
  }
}
