import type { PersonId } from '@lienthong/protocol'
import { offsetsOf } from '@lienthong/protocol/client'
import { commands, Disposable, l10n, StatusBarAlignment, TextEditorRevealType, window } from 'vscode'
import type { EditorBindings } from '../editor-bindings.ts'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'
import { editorShowing } from '../shown-editor.ts'
import { Soon } from '../soon.ts'
import { showDocument } from './go-to-person.ts'
import { isMoveOfPerson } from './own-moves.ts'
import { peopleOf } from './people-of.ts'
import type { Place } from './person-picker.ts'

/** Somebody who looks something up elsewhere, or whose connection breaks for a moment, is waited for. */
const goneMs = 5_000

/** Long enough for what is said quietly to be read. */
const saidMs = 10_000

interface Followed {
  document: OpenDocument
  personId: PersonId
  name: string
  /** When the caret was moved to where the editor is by now. */
  shownMove: number
}

/** Keeps somebody's caret in view until the person does something of their own in the document (rule E10). */
export class Following {
  private followed: Followed | undefined
  private readonly item = window.createStatusBarItem('lienthong.following', StatusBarAlignment.Left, 49)
  private readonly gone = new Soon(() => this.sayGone(), goneMs)
  private readonly registered = Disposable.from(
    this.item,
    window.onDidChangeVisibleTextEditors(() => this.isShown() || this.stop()),
    window.onDidChangeTextEditorSelection(event => {
      if (this.documents.of(event.textEditor.document) === this.followed?.document && isMoveOfPerson(event))
        this.stop()
    }),
  )

  constructor(
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
  ) {
    this.item.command = 'lienthong.stopFollowing'
    documents.onDidOpen(document => {
      document.session.presence.onChange(() => this.look(document))
      document.session.text.observe((_event, { local }) =>
        local && this.followed?.document === document ? this.stop() : this.look(document),
      )
    })
    documents.onDidClose(document => this.followed?.document === document && this.stop())
  }

  async start({ document, person }: Place): Promise<void> {
    await showDocument(document)
    const { personId, displayName: name } = person
    this.followed = { document, personId, name, shownMove: 0 }
    this.item.name = l10n.t('Following')
    this.item.text = `$(eye) ${l10n.t('Following {0} – stop', name)}`
    this.item.tooltip = l10n.t('Typing, clicking or moving your cursor stops it too.')
    this.item.show()
    this.setKey(true)
    this.look(document)
  }

  stop(): void {
    if (!this.followed) return
    this.followed = undefined
    this.gone.dispose()
    this.item.hide()
    this.setKey(false)
  }

  dispose(): void {
    this.gone.dispose()
    this.registered.dispose()
  }

  /** Words may come before or after the caret that stands in them: whichever is last brings the editor there. */
  private look(document: OpenDocument): void {
    const { followed } = this
    if (followed?.document !== document) return
    const [at] = peopleOf(document).find(({ personId }) => personId === followed.personId)?.windows ?? []
    const [selection] = at?.selections ?? []
    if (!at || !selection) {
      this.gone.later()
      return
    }
    this.gone.dispose()
    const movedAt = document.session.presence.movedAt(at.sessionId)
    const place = offsetsOf(document.session.text, selection)
    if (!place || movedAt === followed.shownMove) return
    followed.shownMove = movedAt
    void this.bindings
      .of(document)
      ?.whenSettled()
      .then(() => this.followed === followed && reveal(document, this.bindings, place.head))
  }

  private sayGone(): void {
    if (!this.followed) return
    window.setStatusBarMessage(
      l10n.t('{0} is no longer here: you follow nobody now.', this.followed.name),
      saidMs,
    )
    this.stop()
  }

  private isShown(): boolean {
    const { followed } = this
    const text = followed && this.bindings.textDocumentOf(followed.document)
    return text !== undefined && editorShowing(text) !== undefined
  }

  private setKey(isFollowing: boolean): void {
    void commands.executeCommand('setContext', 'lienthong.following', isFollowing)
  }
}

const reveal = (document: OpenDocument, bindings: EditorBindings, head: number): void => {
  const text = bindings.textDocumentOf(document)
  const range = document.positions.range({ start: head, end: head })
  if (text) editorShowing(text)?.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
}
