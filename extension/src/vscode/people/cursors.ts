import type { Participant } from '@lienthong/protocol'
import { offsetsOf } from '@lienthong/protocol/client'
import { type DecorationOptions, l10n, type Position, Range, window, workspace } from 'vscode'
import type { EditorBindings } from '../editor-bindings.ts'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'
import type { Server } from '../server.ts'
import { cursorNames } from '../settings.ts'
import { Soon } from '../soon.ts'
import { nameLabel } from './cursor-decorations.ts'
import { CursorPainter, type DrawnPerson } from './cursor-painter.ts'

/** How long a name stays after its person moved, and how often it is looked whether that is over (rule E11). */
const nameMs = 4_000
const hideEveryMs = 500

/** One tick of the screen: everything that arrives within it is drawn at once (rule B10). */
const frameMs = 16

/** Others' carets, selections and names in every visible editor of a document. */
export class Cursors {
  private readonly painter = new CursorPainter()
  private readonly updates = new Map<OpenDocument, { show: Soon; hideNames: Soon }>()
  private readonly listeners = [
    window.onDidChangeVisibleTextEditors(() => this.showAll()),
    workspace.onDidChangeConfiguration(
      change => change.affectsConfiguration('lienthong.cursors') && this.showAll(),
    ),
  ]

  constructor(
    private readonly server: Server,
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
  ) {
    documents.onDidOpen(document => this.follow(document))
    documents.onDidClose(document => this.drop(document))
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose()
    for (const document of this.updates.keys()) this.drop(document)
    this.painter.dispose()
  }

  private follow(document: OpenDocument): void {
    const show = new Soon(() => this.show(document), frameMs)
    this.updates.set(document, { show, hideNames: new Soon(() => this.show(document), hideEveryMs) })
    document.session.presence.onChange(() => show.later())
    document.session.text.observe(() => {
      if (document.session.presence.participants.size === 0) return
      show.later()
      const binding = this.bindings.of(document)
      void binding?.whenSettled().then(() => this.updates.has(document) && show.now())
    })
  }

  private drop(document: OpenDocument): void {
    this.updates.get(document)?.show.dispose()
    this.updates.get(document)?.hideNames.dispose()
    this.updates.delete(document)
  }

  private showAll(): void {
    for (const { show } of this.updates.values()) show.later()
  }

  private show(document: OpenDocument): void {
    const people = [...document.session.presence.participants.values()]
    const drawn = people.map(participant => this.draw(document, participant))
    for (const editor of window.visibleTextEditors)
      if (this.documents.of(editor.document) === document) this.painter.paint(editor, drawn)
    const isNamed = drawn.some(person => person.isNamed)
    if (isNamed && cursorNames() === 'briefly') this.updates.get(document)?.hideNames.later()
  }

  private draw(document: OpenDocument, participant: Participant): DrawnPerson {
    const { session, positions } = document
    const places = participant.selections.flatMap(selection => offsetsOf(session.text, selection) ?? [])
    const isNamed = this.isNamed(document, participant)
    const isMe = participant.personId === this.server.me?.person.id
    const name = isMe ? l10n.t('you, in another window') : participant.displayName
    const label = [
      name,
      ...(isMe ? [] : [participant.organisationName]),
      ...(participant.isAway ? [l10n.t('away')] : []),
    ].join(' · ')
    const starts = places.map(({ head }) => positions.position(head))
    const carets = starts.map(
      (start): DecorationOptions => ({ range: new Range(start, start.translate(0, 1)) }),
    )
    const hovers = starts.map((start): DecorationOptions => ({ range: around(start), hoverMessage: label }))
    const names = starts.slice(0, isNamed ? 1 : 0).map(
      (start): DecorationOptions => ({
        range: new Range(start, start),
        renderOptions: nameLabel({ ...participant, name }, start.line === 0),
      }),
    )
    const selections = places
      .filter(({ anchor, head }) => anchor !== head)
      .map(
        ({ anchor, head }): DecorationOptions => ({
          range: positions.range({ start: Math.min(anchor, head), end: Math.max(anchor, head) }),
          hoverMessage: label,
        }),
      )
    return { color: participant.color, isNamed, carets, names: [...hovers, ...names], selections }
  }

  /** A name shows while its person moves, not while somebody else's typing moves it (rule E11). */
  private isNamed({ session: { presence } }: OpenDocument, { sessionId }: Participant): boolean {
    const names = cursorNames()
    return names === 'briefly' ? Date.now() - presence.movedAt(sessionId) < nameMs : names === 'always'
  }
}

/** A caret has no width to point at: the letters on both sides of it stand for it. */
const around = ({ line, character }: Position): Range =>
  new Range(line, Math.max(0, character - 1), line, character + 1)
