import { ProtocolError, type Thread } from '@lienthong/protocol'
import {
  type CommentController,
  type CommentReply,
  type CommentThread,
  CommentThreadCollapsibleState,
  commands,
  comments,
  type Disposable,
  l10n,
  Position,
  Range,
  type TextDocument,
  window,
} from 'vscode'
import { commentWords } from '../core/comment-words.ts'
import { mayComment } from '../core/session-state.ts'
import { CommentDrafts } from './comment-drafts.ts'
import type { EditorBindings } from './editor-bindings.ts'
import { showError } from './errors.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'
import { addThread, refreshThread } from './shown-thread.ts'
import { Soon } from './soon.ts'

/** Threads on the words of documents, in VS Code's own comments (rules B11, E7). */
export class Comments {
  private controller: CommentController | undefined
  private readonly drafts: CommentDrafts
  private readonly listener = window.onDidChangeVisibleTextEditors(() => this.start())
  private readonly shown = new Map<OpenDocument, Map<string, CommentThread>>()
  private readonly updates = new Map<OpenDocument, Soon>()

  constructor(
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
  ) {
    this.drafts = new CommentDrafts(documents, bindings)
    documents.onDidOpen(document => this.follow(document))
    documents.onDidClose(document => this.drop(document))
    this.start()
  }

  /** Opens a thread with what was written in an empty one. */
  async create({ thread, text }: CommentReply): Promise<void> {
    const document = this.documents.at(thread.uri)
    if (!document) throw new ProtocolError('DOCUMENT_NOT_JOINED')
    const { start, end } = this.wordsOf(thread.range, document)
    const opened = await document.session.threads.open(document.session.anchorAt(start, end), text)
    thread.dispose()
    this.show(document)
    const shown = this.shown.get(document)?.get(opened.id)
    if (shown) shown.collapsibleState = CommentThreadCollapsibleState.Expanded
    void commands.executeCommand('setContext', 'lienthong.hasCommented', true)
  }

  async reply({ thread, text }: CommentReply): Promise<void> {
    const [document, id] = this.idOf(thread)
    await document.session.threads.reply(id, text)
  }

  async setState(thread: CommentThread, state: Thread['state']): Promise<void> {
    const [document, id] = this.idOf(thread)
    await document.session.threads.setState(id, state)
  }

  registerCommands(): Disposable[] {
    return [
      register('createThread', (reply: CommentReply) => this.create(reply)),
      register('replyToThread', (reply: CommentReply) => this.reply(reply)),
      register('resolveThread', (thread: CommentThread) => this.setState(thread, 'resolved')),
      register('reopenThread', (thread: CommentThread) => this.setState(thread, 'open')),
    ]
  }

  dispose(): void {
    this.listener.dispose()
    this.drafts.dispose()
    for (const update of this.updates.values()) update.dispose()
    this.controller?.dispose()
  }

  /** Not before an editor shows a document: a controller that VS Code hears of earlier is never asked for anything (seen in 1.100's web host). */
  private start(): void {
    if (this.controller || !window.visibleTextEditors.some(({ document }) => this.documents.of(document)))
      return
    this.controller = comments.createCommentController('lienthong', 'Liên Thông')
    this.controller.options = {
      prompt: l10n.t('Reply…'),
      placeHolder: l10n.t('Everybody who may read the document sees it at once.'),
    }
    this.askRangesAnew()
    for (const update of this.updates.values()) update.now()
  }

  private rangesOf(document: TextDocument): Range[] {
    const open = this.documents.of(document)
    const canComment = open && mayComment(open.session.state)
    return canComment ? [new Range(0, 0, Math.max(0, document.lineCount - 1), 0)] : []
  }

  /** VS Code asks once, when an editor opens; setting the provider makes it ask again. */
  private askRangesAnew(): void {
    if (!this.controller) return
    this.controller.commentingRangeProvider = { provideCommentingRanges: document => this.rangesOf(document) }
  }

  private follow(document: OpenDocument): void {
    const { session } = document
    const update = new Soon(() => this.show(document), settleMs)
    this.updates.set(document, update)
    let could = mayComment(session.state)
    session.onState(state => {
      const can = mayComment(state)
      if (can === could) return
      could = can
      this.askRangesAnew()
      update.now()
    })
    session.threads.onChange(() => update.now())
    session.text.observe(() => {
      if (session.threads.all.length > 0) update.later()
    })
    this.start()
    this.askRangesAnew()
    update.now()
  }

  private drop(document: OpenDocument): void {
    this.updates.get(document)?.dispose()
    this.updates.delete(document)
    for (const thread of this.shown.get(document)?.values() ?? []) thread.dispose()
    this.shown.delete(document)
  }

  /** Not before the editor has the text that places are reckoned in: VS Code would move a thread once more when it comes. */
  private show(document: OpenDocument): void {
    const { controller } = this
    const update = this.updates.get(document)
    if (!controller || !update) return
    const binding = this.bindings.of(document)
    if (binding && !binding.isSettled) return void binding.whenSettled().then(() => update.now())
    const shown = this.shown.get(document) ?? new Map<string, CommentThread>()
    this.shown.set(document, shown)
    const gone = new Map(shown)
    for (const thread of document.session.threads.all) {
      const known = shown.get(thread.id)
      if (known) refreshThread(known, thread, document)
      else shown.set(thread.id, addThread(controller, thread, document))
      gone.delete(thread.id)
    }
    for (const [id, thread] of gone) {
      thread.dispose()
      shown.delete(id)
    }
  }

  private wordsOf(range: Range | undefined, document: OpenDocument) {
    const { start, end } = range ?? new Range(new Position(0, 0), new Position(0, 0))
    return this.drafts.wordsOf(document, range) ?? commentWords(document.session.text.toString(), start, end)
  }

  private idOf(thread: CommentThread): [OpenDocument, Thread['id']] {
    const document = this.documents.at(thread.uri)
    const shown = document && this.shown.get(document)
    const known = document?.session.threads.all.find(({ id }) => shown?.get(id) === thread)
    if (!document || !known) throw new ProtocolError('THREAD_NOT_FOUND')
    return [document, known.id]
  }
}

/** Long enough not to move threads with every keystroke. */
const settleMs = 150

/** What fails is said, and fails for VS Code as well: it clears the box of a comment that it believes sent. */
const register = <A>(name: string, run: (argument: A) => Promise<void>): Disposable =>
  commands.registerCommand(`lienthong.${name}`, (argument: A) =>
    run(argument).catch((error: unknown) => {
      showError(error)
      throw error
    }),
  )
