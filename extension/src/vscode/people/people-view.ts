import { OpenRoom, type PersonId } from '@lienthong/protocol'
import {
  EventEmitter,
  type FileDecorationProvider,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
} from 'vscode'
import * as z from 'zod/mini'
import type { PersonHere } from '../../core/people-here.ts'
import { type OpenDocument, type OpenDocuments, uriOf } from '../open-documents.ts'
import type { Server } from '../server.ts'
import { Soon } from '../soon.ts'
import { paletteSize } from './palette.ts'
import { describe, peopleOf } from './people-of.ts'

/** A node of the people's tree: documents that somebody has open, and who that is. */
export type PeopleNode =
  | { kind: 'open'; document: OpenDocument }
  | { kind: 'person'; document: OpenDocument; person: PersonHere }
  | { kind: 'elsewhere'; room: OpenRoom }
  | { kind: 'stranger'; person: OpenRoom['people'][number]; room: OpenRoom }

/** Rooms of documents that are not open here are asked for this often while the view is visible. */
const pollMs = 10_000

/** Who is here now: with me in my documents, and elsewhere in the country. */
export class PeopleView implements TreeDataProvider<PeopleNode> {
  private readonly changed = new EventEmitter<void>()
  readonly onDidChangeTreeData = this.changed.event
  private readonly update = new Soon(() => this.show(), 300)
  private rooms: OpenRoom[] = []
  private shown = ''
  private view: TreeView<PeopleNode> | undefined
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(
    private readonly server: Server,
    private readonly documents: OpenDocuments,
  ) {
    documents.onDidOpen(document => {
      document.session.presence.onChange(() => this.update.later())
      this.update.later()
    })
    documents.onDidClose(() => this.update.later())
    server.onDidChangeState(() => void this.ask())
  }

  /** Polls only while somebody looks. */
  showIn(view: TreeView<PeopleNode>): void {
    this.view = view
    this.timer = setInterval(() => view.visible && void this.ask(), pollMs)
    view.onDidChangeVisibility(({ visible }) => visible && void this.ask())
  }

  refresh(): void {
    void this.ask()
  }

  dispose(): void {
    clearInterval(this.timer)
    this.update.dispose()
  }

  getChildren(node?: PeopleNode): PeopleNode[] {
    switch (node?.kind) {
      case undefined:
        return this.roots()
      case 'open':
        return peopleOf(node.document).map(person => ({ kind: 'person', document: node.document, person }))
      case 'elsewhere':
        return node.room.people.map(person => ({ kind: 'stranger', person, room: node.room }))
      default:
        return []
    }
  }

  getTreeItem(node: PeopleNode): TreeItem {
    switch (node.kind) {
      case 'open':
        return documentItem(node.document, this.othersIn(node.document).length)
      case 'person':
        return personItem(node, this.isMe(node.person))
      case 'elsewhere':
        return roomItem(node.room)
      case 'stranger':
        return strangerItem(node.person, node.room, this.isMe(node.person))
    }
  }

  /** Only when something in it is new: while VS Code draws a tree anew, a click on somebody in it is about nobody. Carets move all the time. */
  private show(): void {
    const people = (document: OpenDocument) =>
      peopleOf(document).map(person => [
        person.displayName,
        describe(person, this.isMe(person)),
        person.windows[0].color,
      ])
    const here = this.documents.all.map(document => [document.summary, people(document)])
    const shown = JSON.stringify([here, this.rooms])
    if (shown === this.shown) return
    this.shown = shown
    this.changed.fire()
  }

  private roots(): PeopleNode[] {
    const here = this.documents.all
    this.setBadge(here)
    const elsewhere = this.rooms.filter(room => !here.some(({ summary }) => summary.id === room.documentId))
    return [
      ...here.map((document): PeopleNode => ({ kind: 'open', document })),
      ...elsewhere.map((room): PeopleNode => ({ kind: 'elsewhere', room })),
    ]
  }

  /** The rooms are an extra: without an answer the people in one's own documents still show. */
  private async ask(): Promise<void> {
    this.rooms = this.server.state.kind === 'online' ? await this.openRooms().catch(() => []) : []
    this.update.now()
  }

  private async openRooms(): Promise<OpenRoom[]> {
    const records = await this.server.records()
    return records.get('/rooms', z.array(OpenRoom))
  }

  private isMe({ personId }: { personId: PersonId }): boolean {
    return personId === this.server.me?.person.id
  }

  private othersIn(document: OpenDocument): PersonHere[] {
    return peopleOf(document).filter(person => !this.isMe(person))
  }

  private setBadge(here: OpenDocument[]): void {
    if (!this.view) return
    const people = new Set(here.flatMap(document => this.othersIn(document)).map(({ personId }) => personId))
    this.view.badge =
      people.size === 0
        ? undefined
        : { value: people.size, tooltip: l10n.t('Others in your documents: {0}', people.size) }
  }
}

const dimmed = new ThemeColor('disabledForeground')

/** A label has a colour only through what it stands for: everybody who is away stands for this. */
const awayUri = Uri.from({ scheme: 'lienthong-person', path: '/away' })

/** Dims those who are away. */
export const awayDecoration: FileDecorationProvider = {
  provideFileDecoration: uri => (uri.toString() === awayUri.toString() ? { color: dimmed } : undefined),
}

/** Icons can only have colours that the extension declares (package.json): the palette's. */
const themeColorOf = (color: number): ThemeColor => new ThemeColor(`lienthong.person${color % paletteSize}`)

const documentItem = ({ summary }: OpenDocument, others: number): TreeItem => {
  const item = new TreeItem(summary.title, TreeItemCollapsibleState.Expanded)
  // Of its own: a document that becomes mine would else stay collapsed, as it was among the others'.
  item.id = `mine:${summary.id}`
  item.iconPath = new ThemeIcon('file')
  item.description = others === 0 ? l10n.t('only you') : l10n.t('you and {0} more', others)
  return item
}

const personItem = (node: PeopleNode & { kind: 'person' }, isMe: boolean): TreeItem => {
  const { person } = node
  const item = new TreeItem(person.displayName)
  item.iconPath = new ThemeIcon(
    person.canEdit ? 'person-filled' : 'eye',
    person.isAway ? dimmed : themeColorOf(person.windows[0].color),
  )
  item.description = describe(person, isMe)
  if (person.isAway) item.resourceUri = awayUri
  item.tooltip = new MarkdownString()
    .appendMarkdown('**')
    .appendText(person.displayName)
    .appendMarkdown('**\n\n')
    .appendText(person.organisationName)
  item.contextValue = 'person'
  item.command = { command: 'lienthong.goToPerson', title: l10n.t('Go to Person'), arguments: [node] }
  return item
}

const roomItem = (room: OpenRoom): TreeItem => {
  const item = new TreeItem(room.title, TreeItemCollapsibleState.Collapsed)
  item.iconPath = new ThemeIcon('file')
  item.description = l10n.t('{0} here', room.people.length)
  return item
}

const strangerItem = (person: OpenRoom['people'][number], room: OpenRoom, isMe: boolean): TreeItem => {
  const item = new TreeItem(person.displayName)
  item.iconPath = new ThemeIcon(person.canEdit ? 'person' : 'eye', dimmed)
  item.description = isMe ? l10n.t('you, in another window') : person.organisationName
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uriOf(room)] }
  return item
}
