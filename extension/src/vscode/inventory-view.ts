import { Database, type DocumentSummary, InventoryList } from '@lienthong/protocol'
import {
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode'
import type { DocumentDirectory } from './document-directory.ts'
import { showError } from './errors.ts'
import { localText } from './language.ts'
import { uriOf } from './open-documents.ts'
import { tooltipOf } from './record-tooltip.ts'
import type { Server } from './server.ts'

/** A node of the inventory. A database may stand on several lists; those on none have a group of their own, so that nothing is hidden. */
export type InventoryNode =
  | { kind: 'list'; list: InventoryList; databases: Database[] }
  | { kind: 'documented' | 'unlisted'; databases: Database[] }
  | { kind: 'database'; database: Database }
  | { kind: 'document'; document: DocumentSummary }

/** Lists → databases → documents. */
export class InventoryView implements TreeDataProvider<InventoryNode> {
  private readonly changed = new EventEmitter<void>()
  readonly onDidChangeTreeData = this.changed.event

  constructor(
    private readonly server: Server,
    private readonly directory: DocumentDirectory,
  ) {
    server.onDidChangeConnection(() => this.changed.fire())
    server.onDidChangeState(({ kind }) => kind === 'online' && this.changed.fire())
  }

  refresh(): void {
    this.directory.forget()
    this.changed.fire()
  }

  async getChildren(node?: InventoryNode): Promise<InventoryNode[]> {
    if (!this.server.me) return []
    try {
      return await this.childrenOf(node)
    } catch (error) {
      showError(error)
      return []
    }
  }

  getTreeItem(node: InventoryNode): TreeItem {
    switch (node.kind) {
      case 'list':
        return listItem(node.list, node.databases)
      case 'documented':
        return documentedItem(node.databases)
      case 'unlisted':
        return groupItem(l10n.t('On no list'), node.databases)
      case 'database':
        return databaseItem(node.database)
      case 'document':
        return documentItem(node.document)
    }
  }

  private async childrenOf(node: InventoryNode | undefined): Promise<InventoryNode[]> {
    if (node === undefined) return this.lists()
    if (node.kind === 'document') return []
    if (node.kind !== 'database') return node.databases.map(database => ({ kind: 'database', database }))
    const documents = await this.directory.documentsOf(node.database.code)
    return documents.map(document => ({ kind: 'document', document }))
  }

  private async lists(): Promise<InventoryNode[]> {
    const [lists, databases] = await Promise.all([
      this.server.all('/inventory-lists', InventoryList),
      this.directory.databases(),
    ])
    const listed = lists
      .sort((a, b) => b.knownCount - a.knownCount)
      .map(
        (list): InventoryNode => ({
          kind: 'list',
          list,
          databases: sorted(databases.filter(({ listCodes }) => listCodes.includes(list.code))),
        }),
      )
    const documented = sorted(databases.filter(({ documentCount }) => documentCount > 0))
    const unlisted = sorted(databases.filter(({ listCodes }) => listCodes.length === 0))
    const nodes: InventoryNode[] = [
      { kind: 'documented', databases: documented },
      ...listed,
      { kind: 'unlisted', databases: unlisted },
    ]
    return nodes.filter(node => node.kind === 'list' || !('databases' in node) || node.databases.length > 0)
  }
}

/** What can be opened comes first. */
const sorted = (databases: Database[]): Database[] =>
  databases.sort(
    (a, b) =>
      Number(b.documentCount > 0) - Number(a.documentCount > 0) ||
      localText(a.name).localeCompare(localText(b.name), 'vi'),
  )

const groupItem = (label: string, databases: Database[]): TreeItem =>
  new TreeItem(
    label,
    databases.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  )

/** Where there is something to open: shown first and open. */
const documentedItem = (databases: Database[]): TreeItem => {
  const item = new TreeItem(l10n.t('With documents'), TreeItemCollapsibleState.Expanded)
  item.iconPath = new ThemeIcon('files')
  item.description = String(databases.length)
  return item
}

const listItem = (list: InventoryList, databases: Database[]): TreeItem => {
  const item = groupItem(localText(list.title), databases)
  item.iconPath = new ThemeIcon('list-tree')
  item.description =
    list.statedCount === null
      ? l10n.t('{0} known', list.knownCount)
      : l10n.t('{0} of {1} names known', list.knownCount, list.statedCount)
  item.tooltip = tooltipOf(localText(list.title), list.provenance, [list.status, list.note])
  return item
}

const databaseItem = (database: Database): TreeItem => {
  const item = new TreeItem(
    localText(database.name),
    database.documentCount > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  )
  item.iconPath = new ThemeIcon('database')
  item.contextValue = 'database'
  item.description = statusLabel(database.status)
  item.tooltip = tooltipOf(localText(database.name), database.provenance, [
    database.ownerName && l10n.t('Owner: {0}', database.ownerName),
    statusText(database),
    database.legalBasis.length > 0 ? l10n.t('Legal basis: {0}', database.legalBasis.join('; ')) : null,
    database.note,
  ])
  return item
}

const documentItem = (document: DocumentSummary): TreeItem => {
  const uri = uriOf(document)
  const item = new TreeItem(document.title, TreeItemCollapsibleState.None)
  item.resourceUri = uri
  item.iconPath = ThemeIcon.File
  item.description = document.path
  item.tooltip = [
    document.title,
    document.path,
    ...(document.isIllustrative ? [l10n.t('Illustrative draft, not an official document')] : []),
  ].join('\n')
  item.contextValue = 'document'
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [uri] }
  return item
}

const statusLabel = (status: Database['status']): string => {
  switch (status) {
    case 'operating':
      return l10n.t('operating')
    case 'under-construction':
      return l10n.t('under construction')
    case 'being-upgraded':
      return l10n.t('being upgraded')
    case 'not-started':
      return l10n.t('not started')
    case 'unknown':
      return ''
  }
}

/** The status is editorial: say so wherever it shows. */
const statusText = ({ status, statusNote }: Database): string | null => {
  const label = statusLabel(status)
  if (label === '') return statusNote
  const text = l10n.t('Status: {0} (editorial, not official)', label)
  return statusNote === null ? text : `${text}. ${statusNote}`
}
