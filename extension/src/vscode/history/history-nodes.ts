import type { HistoryEntry } from '@lienthong/protocol'
import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode'
import { besides, byDay, type LoadedHistory } from '../../core/loaded-history.ts'
import { type NamedState, newestFirst } from '../../core/named-states.ts'
import type { OpenDocument } from '../open-documents.ts'
import { dayOf, momentOf, timeOf } from './times.ts'

/** A state of a document that somebody can point at. `name` says which, in a sentence. */
export interface StateNode {
  readonly document: OpenDocument
  readonly seq: number
  readonly name: string
  readonly canEdit: boolean
}

/** What was written between two states. */
export interface EntryNode extends StateNode {
  readonly kind: 'entry'
  readonly entry: HistoryEntry
  /** Who else wrote meanwhile. */
  readonly besides: readonly string[]
}

/** A state that somebody named or published. */
export interface NamedNode extends StateNode {
  readonly kind: 'checkpoint' | 'version'
}

/** A node of the history's tree. What was named or published stands above the entry in which its state is. */
export type HistoryNode =
  | { kind: 'day'; day: string; states: HistoryNode[] }
  | EntryNode
  | NamedNode
  | { kind: 'older'; count: number }

/** The tree of what is loaded: days, and a way to what is older. */
export const nodesOf = (
  document: OpenDocument,
  { entries, total, next }: LoadedHistory,
  canEdit: boolean,
): HistoryNode[] => {
  const nodes = byDay(entries, dayOf).map(({ day, entries: ofDay }): HistoryNode => {
    const states = ofDay.flatMap(entry => statesOf({ document, canEdit }, entry, besides(entry, entries)))
    return { kind: 'day', day, states }
  })
  return next === null ? nodes : [...nodes, { kind: 'older', count: total - entries.length }]
}

/** Who wrote; nobody did what the server brought along. */
export const authorOf = (author: { displayName: string } | null | undefined): string =>
  author?.displayName ?? l10n.t('First text')

type OfDocument = Pick<StateNode, 'document' | 'canEdit'>

const statesOf = (of: OfDocument, entry: HistoryEntry, others: readonly string[]): HistoryNode[] => [
  ...newestFirst([...entry.checkpoints].reverse(), entry.versions).map(state => namedNode(of, state)),
  {
    kind: 'entry',
    ...of,
    seq: entry.toSeq,
    name: momentOf(entry.endedAt),
    entry,
    besides: others,
  },
]

export const namedNode = (of: OfDocument, state: NamedState): NamedNode =>
  'number' in state
    ? { kind: 'version', ...of, seq: state.seq, name: l10n.t('Version {0}', state.number) }
    : { kind: 'checkpoint', ...of, seq: state.seq, name: `“${state.name}”` }

/** Who wrote and when, for the tab of a comparison. */
export const titleOf = ({ author, startedAt }: HistoryEntry): string =>
  `${authorOf(author)}, ${momentOf(startedAt)}`

export const itemOf = (node: HistoryNode): TreeItem => {
  switch (node.kind) {
    case 'day':
      return dayItem(node.day)
    case 'entry':
      return entryItem(node)
    case 'checkpoint':
    case 'version':
      return namedItem(node)
    case 'older':
      return olderItem(node.count)
  }
}

const dayItem = (day: string): TreeItem => {
  const item = new TreeItem(day, TreeItemCollapsibleState.Expanded)
  item.id = `day:${day}`
  return item
}

const entryItem = (node: EntryNode): TreeItem => {
  const { author, fromSeq, startedAt, insertedChars, deletedChars } = node.entry
  const item = new TreeItem(authorOf(author))
  item.id = `entry:${node.document.summary.id}:${fromSeq}`
  item.iconPath = new ThemeIcon('edit')
  item.description = `${timeOf(startedAt)} · +${insertedChars} −${deletedChars}`
  item.contextValue = node.canEdit ? 'editableEntry' : 'entry'
  item.tooltip = entryTooltip(node)
  item.command = {
    command: 'lienthong.showEntry',
    title: l10n.t('Show What Was Written'),
    arguments: [node],
  }
  return item
}

const entryTooltip = ({ entry, besides }: EntryNode): MarkdownString => {
  const { author, startedAt, insertedChars, deletedChars } = entry
  const lines = [
    author?.organisationName,
    momentOf(startedAt),
    l10n.t('Characters added: {0}, removed: {1}', insertedChars, deletedChars),
    besides.length > 0 && l10n.t('At the same time: {0}. The comparison shows both.', besides.join(', ')),
  ]
  const tooltip = new MarkdownString().appendMarkdown('**').appendText(authorOf(author)).appendMarkdown('**')
  for (const line of lines) if (line) tooltip.appendMarkdown('\n\n').appendText(line)
  return tooltip
}

export const iconOf = ({ kind }: NamedNode): ThemeIcon =>
  kind === 'version'
    ? new ThemeIcon('tag', new ThemeColor('charts.green'))
    : new ThemeIcon('bookmark', new ThemeColor('charts.yellow'))

const namedItem = (node: NamedNode): TreeItem => {
  const item = new TreeItem(node.name)
  item.id = `${node.kind}:${node.document.summary.id}:${node.name}`
  item.iconPath = iconOf(node)
  item.description = node.kind === 'version' ? l10n.t('published') : l10n.t('named state')
  item.contextValue = node.canEdit ? 'editableNamed' : 'named'
  item.command = {
    command: 'lienthong.compareWithNow',
    title: l10n.t('Compare with Now'),
    arguments: [node],
  }
  return item
}

const olderItem = (count: number): TreeItem => {
  const label = l10n.t('{0} older…', count)
  const item = new TreeItem(label)
  item.iconPath = new ThemeIcon('ellipsis')
  item.command = { command: 'lienthong.olderHistory', title: label }
  return item
}
