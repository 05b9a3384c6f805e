import {
  type DecorationOptions,
  Disposable,
  l10n,
  MarkdownString,
  Range,
  type TextEditor,
  ThemeColor,
  window,
  workspace,
} from 'vscode'
import type { AuthoredText } from '../../core/line-authors.ts'
import { register } from '../commands.ts'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'
import { showsAuthorBesideLine } from '../settings.ts'
import { Soon } from '../soon.ts'
import { momentOf } from './times.ts'
import { contributionsAt, nameIn, type WhoWrote } from './who-wrote.ts'

/** Long enough not to follow a caret that is on its way. */
const settleMs = 200

/** While people write, the server is asked again this often at most; words that stay keep their author meanwhile. */
const askAgainMs = 5_000

/** The last author of the caret's line behind its end, for whoever switched it on (rule H8). */
export class AuthorBesideLine {
  private readonly style = window.createTextEditorDecorationType({
    after: { color: new ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 3em' },
  })
  private readonly drawing = new Soon(() => this.draw(), settleMs)
  private readonly asking = new Soon(() => void this.ask(), askAgainMs)
  private readonly told = new WeakMap<OpenDocument, AuthoredText>()
  private readonly registered = Disposable.from(
    window.onDidChangeTextEditorSelection(() => this.drawing.later()),
    window.onDidChangeActiveTextEditor(() => this.look()),
    workspace.onDidChangeConfiguration(
      change => change.affectsConfiguration('lienthong.history') && this.look(),
    ),
    register('showWritten', (documentId: string, seq: number) => this.show(documentId, seq)),
  )

  constructor(
    private readonly documents: OpenDocuments,
    private readonly whoWrote: WhoWrote,
  ) {
    documents.onDidOpen(document => {
      document.session.text.observe(() => this.asking.later())
      this.look()
    })
  }

  dispose(): void {
    this.registered.dispose()
    this.drawing.dispose()
    this.asking.dispose()
    this.style.dispose()
  }

  private look(): void {
    this.drawing.now()
    this.asking.now()
  }

  /** Without an answer there is nothing beside the line: whoever asks by the command is told why. */
  private async ask(): Promise<void> {
    const document = this.documents.active
    if (!document || !showsAuthorBesideLine()) return
    const told = await this.whoWrote.ask(document).catch(() => undefined)
    if (told) this.told.set(document, told)
    this.drawing.now()
  }

  private draw(): void {
    const { activeTextEditor } = window
    for (const editor of window.visibleTextEditors)
      editor.setDecorations(this.style, editor === activeTextEditor ? this.decorations(editor) : [])
  }

  private decorations(editor: TextEditor): DecorationOptions[] {
    const document = this.documents.of(editor.document)
    const told = document && this.told.get(document)
    const [latest] = told && showsAuthorBesideLine() ? contributionsAt(editor, told) : []
    if (!told || !latest) return []
    const { end } = editor.document.lineAt(editor.selection.active).range
    const contentText = `${nameIn(told, latest)}, ${momentOf(latest.at)}`
    const hoverMessage = linkTo(document.summary.id, latest.seq)
    return [{ range: new Range(end, end), hoverMessage, renderOptions: { after: { contentText } } }]
  }

  private async show(documentId: string, seq: number): Promise<void> {
    const document = this.documents.withId(documentId)
    if (document) await this.whoWrote.show(document, seq)
  }
}

const linkTo = (documentId: string, seq: number): MarkdownString => {
  const written = encodeURIComponent(JSON.stringify([documentId, seq]))
  const link = new MarkdownString(
    `[${l10n.t('Show What Was Written')}](command:lienthong.showWritten?${written})`,
  )
  link.isTrusted = { enabledCommands: ['lienthong.showWritten'] }
  return link
}
