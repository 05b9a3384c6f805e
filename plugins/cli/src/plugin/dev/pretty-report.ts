import { prettyFindings } from '../../check/formats/pretty.ts'
import { sayIdle } from '../../inputs/idle.ts'
import { type Io, paint } from '../../io.ts'
import type { Refusal } from '../../words/speech.ts'
import type { Round, RoundReport } from './report.ts'

/** For a person at a terminal: findings only where they are others than before. */
export class PrettyReport implements RoundReport {
  private shown = ''
  private isIdleSaid = false

  constructor(private readonly io: Io) {}

  watching(folder: string, file: string): void {
    this.io.out(this.io.speech.say('devWatching', { folder, file }))
  }

  checked({ plugin: { id, version }, file, findings, idle }: Round): void {
    const { io } = this
    if (!this.isIdleSaid) sayIdle(idle, io)
    this.isIdleSaid = true
    const text = prettyFindings({ file, findings }, io).join('\n')
    if (text !== this.shown && text !== '') io.out(`\n${text}`)
    this.shown = text
    io.out(io.speech.say('devRound', { id, version, file: file.path, count: findings.length }))
  }

  refused(_subject: string, refusal: Refusal): void {
    this.shown = ''
    this.io.out(paint(this.io, 'red', this.io.speech.explain(refusal)))
  }
}
