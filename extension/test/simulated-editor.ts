import type { Buffer, BufferEdit, BufferSelection, ChangeReason } from '../src/core/buffer.ts'
import { LineIndex } from '../src/core/line-index.ts'
import type { Random } from './random.ts'

type Listener = (changes: BufferEdit[], reason?: ChangeReason) => void

interface Request {
  version: number
  edits: BufferEdit[]
  answer(isApplied: boolean): void
}

/**
 * An editor as VS Code is: the screen is ahead of what the extension host has heard, and what the host asks for arrives late.
 * An edit is applied only to the version that it was made for, and its event precedes its answer.
 */
export class SimulatedEditor implements Buffer {
  onEvent: Listener = () => {}
  refusing = true
  caret: BufferSelection | undefined
  readonly revealed: BufferSelection[] = []
  /** The text on the screen, in LF. */
  screen: string
  private heard: string
  private version = 0
  private heardVersion = 0
  private readonly past: string[] = []
  private readonly toHost: (() => void)[] = []
  private readonly toScreen: Request[] = []

  constructor(
    start: string,
    private readonly eol: '\n' | '\r\n',
    private readonly refuses: () => boolean = () => false,
  ) {
    this.screen = start
    this.heard = start
  }

  get length(): number {
    return this.screen.length
  }

  get isBusy(): boolean {
    return this.toHost.length + this.toScreen.length > 0
  }

  text(): string {
    return this.withEol(this.heard)
  }

  selection(): BufferSelection | undefined {
    return this.caret
  }

  reveal(selection: BufferSelection): void {
    this.revealed.push(selection)
  }

  apply(edits: BufferEdit[]): Promise<boolean> {
    return new Promise(answer => this.toScreen.push({ version: this.heardVersion, edits, answer }))
  }

  /** The person replaces text on the screen; the host hears of it later. */
  person(offset: number, deleted: number, inserted: string): void {
    const lines = new LineIndex(this.screen)
    const change = {
      start: lines.positionAt(offset),
      end: lines.positionAt(offset + deleted),
      text: this.withEol(inserted),
    }
    this.change(this.screen.slice(0, offset) + inserted + this.screen.slice(offset + deleted), [change])
  }

  /** Replaces the whole document at once, as formatters do. */
  replaceAll(text: string): void {
    this.change(text, [{ ...this.whole(), text: this.withEol(text) }])
  }

  /** VS Code tells a change of line endings as a replacement of everything by itself. */
  toggleEol(): void {
    this.change(this.screen, [{ ...this.whole(), text: this.screen }])
  }

  undoFromMenu(): void {
    const text = this.past.pop()
    if (text !== undefined) this.change(text, [{ ...this.whole(), text: this.withEol(text) }], 'undo')
  }

  /** One message arrives on one side. */
  step(random: Random): void {
    if (random.chance(0.5)) this.toHost.shift()?.()
    else this.arrive(this.toScreen.shift())
  }

  stepAll(): void {
    while (this.isBusy) {
      this.toHost.shift()?.()
      this.arrive(this.toScreen.shift())
    }
  }

  private arrive(request: Request | undefined): void {
    if (!request) return
    const isApplied = request.version === this.version && !(this.refusing && this.refuses())
    if (isApplied) this.change(this.edited(request.edits), this.split(request.edits))
    this.toHost.push(() => request.answer(isApplied))
  }

  private change(screen: string, changes: BufferEdit[], reason?: ChangeReason): void {
    if (!reason) this.past.push(this.screen)
    this.screen = screen
    const version = ++this.version
    this.toHost.push(() => {
      this.heard = screen
      this.heardVersion = version
      this.onEvent(changes, reason)
    })
  }

  private edited(edits: BufferEdit[]): string {
    const lines = new LineIndex(this.screen)
    let text = this.screen
    for (const { start, end, text: inserted } of [...edits].reverse())
      text = text.slice(0, lines.offsetAt(start)) + inserted + text.slice(lines.offsetAt(end))
    return text
  }

  /** VS Code may tell one replacement as several, last first. */
  private split(edits: BufferEdit[]): BufferEdit[] {
    return edits.flatMap(({ start, end, text }) => [
      { start: end, end, text: this.withEol(text) },
      { start, end, text: '' },
    ])
  }

  private whole(): Pick<BufferEdit, 'start' | 'end'> {
    const lines = new LineIndex(this.screen)
    return { start: { line: 0, character: 0 }, end: lines.positionAt(this.screen.length) }
  }

  private withEol(text: string): string {
    return this.eol === '\n' ? text : text.replaceAll('\n', this.eol)
  }
}
