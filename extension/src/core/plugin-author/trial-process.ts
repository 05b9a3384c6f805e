import type { ChildProcess } from 'node:child_process'
import type { TrialRound } from '@lienthong/protocol'
import { type CommandRun, startCommand } from './own-command.ts'
import { RoundLines } from './round-lines.ts'

/** Why a trial ended by itself: there is no Node, the command speaks another language than this editor, or it said why. */
export type TrialEnd = { kind: 'no-node' } | { kind: 'not-understood' } | { kind: 'refused'; words: string }

export interface TrialOptions extends Omit<CommandRun, 'words'> {
  /** What the plugin is tried on. */
  subject: readonly [option: '--file' | '--document', name: string]
  lang: 'vi' | 'en'
  onRound(round: TrialRound): void
  /** Not told after `stop`. */
  onEnd(end: TrialEnd): void
}

/** `lienthong plugin dev` as a process of its own, until it is stopped. */
export class TrialProcess {
  private readonly child: ChildProcess
  private hasEnded = false

  constructor(private readonly options: TrialOptions) {
    const { folder, subject, lang } = options
    const words = ['plugin', 'dev', folder, ...subject, '--format', 'json-lines', '--lang', lang]
    this.child = startCommand({ ...options, words })
    this.listen()
  }

  /** Leaves nothing running. */
  stop(): void {
    this.hasEnded = true
    this.child.kill()
  }

  private listen(): void {
    const lines = new RoundLines()
    let said = ''
    this.child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
      for (const round of lines.take(piece)) {
        if (this.hasEnded) return
        if (round) this.options.onRound(round)
        else this.end({ kind: 'not-understood' })
      }
    })
    this.child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      said = (said + piece).slice(-mostSaid)
    })
    this.child.once('error', () => this.end({ kind: 'no-node' }))
    this.child.once('close', () => this.end({ kind: 'refused', words: lastWords(said) }))
  }

  private end(end: TrialEnd): void {
    if (this.hasEnded) return
    this.stop()
    this.options.onEnd(end)
  }
}

/** A refusal is one line, and nobody reads more of a stack. */
const mostSaid = 10_000

/** The last line that is not part of a stack. */
const lastWords = (said: string): string =>
  said
    .split('\n')
    .filter(line => /^\S/.test(line))
    .at(-1) ?? ''
