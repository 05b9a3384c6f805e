import type { AnchoredRange } from '@lienthong/protocol'
import { anchoredRange, type TextRange } from '@lienthong/protocol/client'
import { type Range, type Selection, window, workspace } from 'vscode'
import type { EditorBindings } from './editor-bindings.ts'
import type { OpenDocument, OpenDocuments } from './open-documents.ts'

interface Draft {
  readonly selection: Selection
  readonly words: AnchoredRange
}

/** Drafts of one document whose words are held on to; who begins more at once has long forgotten the first. */
const maxDrafts = 8

/**
 * Holds on to the words that a comment is begun on, while it is written and others edit. VS Code moves a draft with its lines only,
 * and tells nobody when one begins; but its box is a text document of its own, whose opening is told.
 */
export class CommentDrafts {
  private readonly drafts = new WeakMap<OpenDocument, Draft[]>()
  private readonly listener = workspace.onDidOpenTextDocument(
    ({ uri }) => uri.scheme === 'comment' && this.begin(),
  )

  constructor(
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
  ) {}

  dispose(): void {
    this.listener.dispose()
  }

  /** Where the words of the draft at a range are now; undefined for a draft that was not begun on selected words. */
  wordsOf(document: OpenDocument, range: Range | undefined): TextRange | undefined {
    if (!range) return undefined
    for (const { selection, words } of [...(this.drafts.get(document) ?? [])].reverse()) {
      const now = document.session.rangeOf(words)
      const isSame = hasSameShape(selection, range) && now !== null
      if (isSame && document.positions.position(now.start).line === range.start.line) return now
    }
    return undefined
  }

  private begin(): void {
    const document = this.documents.active
    const editor = window.visibleTextEditors.find(shown => this.documents.of(shown.document) === document)
    const binding = editor && this.bindings.at(editor.document)
    if (!document || !binding || editor.selection.isEmpty) return
    const { selection } = editor
    const [start, end] = [binding.documentOffset(selection.start), binding.documentOffset(selection.end)]
    const drafts = this.drafts.get(document) ?? []
    this.drafts.set(document, drafts)
    drafts.push({ selection, words: anchoredRange(document.session.text, start, end) })
    drafts.splice(0, drafts.length - maxDrafts)
  }
}

/** A draft's range keeps its columns and its height, whatever happens to the text. */
const hasSameShape = (a: Range, b: Range): boolean =>
  a.start.character === b.start.character &&
  a.end.character === b.end.character &&
  a.end.line - a.start.line === b.end.line - b.start.line
