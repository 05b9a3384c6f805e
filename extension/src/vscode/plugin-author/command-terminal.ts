import type { ChildProcess } from 'node:child_process'
import { terminalText } from '@lienthong/protocol'
import { EventEmitter, l10n, type Pseudoterminal } from 'vscode'
import { type CommandRun, startCommand } from '../../core/plugin-author/own-command.ts'
import { textOf } from '../errors.ts'

/** What a run is made of when it begins: a token may have been renewed since the last. */
export type RunMaker = () => Promise<CommandRun>

/** Ctrl+C, as a terminal hands it on. */
const interrupt = '\u0003'

/** A terminal that shows what `lienthong` says. The token that it works with never becomes part of a task, which VS Code would keep. */
export class CommandTerminal implements Pseudoterminal {
  private readonly written = new EventEmitter<string>()
  private readonly closed = new EventEmitter<number>()
  readonly onDidWrite = this.written.event
  readonly onDidClose = this.closed.event
  private child: ChildProcess | undefined

  constructor(
    private readonly run: RunMaker,
    private readonly onEnd: (exitCode: number) => void,
  ) {}

  open(): void {
    this.start().catch(error => {
      this.write(`${textOf(error)}\n`)
      this.end(1)
    })
  }

  handleInput(keys: string): void {
    if (keys === interrupt) this.close()
  }

  close(): void {
    this.child?.kill()
  }

  private async start(): Promise<void> {
    const child = startCommand(await this.run())
    this.child = child
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => this.write(text))
    child.once('error', () => this.write(`${noNode()}\n`))
    child.once('close', code => this.end(code ?? 1))
  }

  /** The words of plugins and servers do not command the terminal (rule T30); it wants its line ends with a carriage return. */
  private write(text: string): void {
    this.written.fire(terminalText(text).replaceAll('\n', '\r\n'))
  }

  private end(exitCode: number): void {
    this.closed.fire(exitCode)
    this.onEnd(exitCode)
  }
}

export const noNode = (): string =>
  l10n.t('No “node” was found. Install Node 20.19 or newer, and start VS Code anew.')
