import { Directive, DirectiveDetail, type Provision, type Task } from '@lienthong/protocol'
import {
  EventEmitter,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
} from 'vscode'
import { showError } from './errors.ts'
import { localText } from './language.ts'
import { tooltipOf } from './record-tooltip.ts'
import type { Server } from './server.ts'

/** A node of the directives' tree. */
export type DirectiveNode =
  | { kind: 'directive'; directive: Directive }
  | { kind: 'provisions'; detail: DirectiveDetail }
  | { kind: 'tasks'; detail: DirectiveDetail }
  | { kind: 'provision'; provision: Provision }
  | { kind: 'task'; task: Task }

/** Directives → provisions and tasks. */
export class DirectivesView implements TreeDataProvider<DirectiveNode> {
  private readonly changed = new EventEmitter<void>()
  readonly onDidChangeTreeData = this.changed.event

  constructor(private readonly server: Server) {
    server.onDidChangeConnection(() => this.changed.fire())
    server.onDidChangeState(({ kind }) => kind === 'online' && this.changed.fire())
  }

  refresh(): void {
    this.changed.fire()
  }

  async getChildren(node?: DirectiveNode): Promise<DirectiveNode[]> {
    if (!this.server.me) return []
    try {
      return await this.childrenOf(node)
    } catch (error) {
      showError(error)
      return []
    }
  }

  getTreeItem(node: DirectiveNode): TreeItem {
    switch (node.kind) {
      case 'directive':
        return directiveItem(node.directive)
      case 'provisions':
        return groupItem(l10n.t('Provisions'), node.detail.provisions.length)
      case 'tasks':
        return groupItem(l10n.t('Tasks'), node.detail.tasks.length)
      case 'provision':
        return provisionItem(node.provision)
      case 'task':
        return taskItem(node.task)
    }
  }

  private async childrenOf(node: DirectiveNode | undefined): Promise<DirectiveNode[]> {
    switch (node?.kind) {
      case undefined:
        return (await this.server.all('/directives', Directive)).map(directive => ({
          kind: 'directive',
          directive,
        }))
      case 'directive':
        return this.partsOf(node.directive.code)
      case 'provisions':
        return node.detail.provisions.map(provision => ({ kind: 'provision', provision }))
      case 'tasks':
        return node.detail.tasks.map(task => ({ kind: 'task', task }))
      default:
        return []
    }
  }

  private async partsOf(code: string): Promise<DirectiveNode[]> {
    const records = await this.server.records()
    const detail = await records.get(`/directives/${encodeURIComponent(code)}`, DirectiveDetail)
    const parts: DirectiveNode[] = [
      { kind: 'provisions', detail },
      { kind: 'tasks', detail },
    ]
    return parts.filter(part => (part.kind === 'tasks' ? detail.tasks : detail.provisions).length > 0)
  }
}

const groupItem = (label: string, count: number): TreeItem => {
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded)
  item.description = String(count)
  return item
}

const directiveItem = (directive: Directive): TreeItem => {
  const hasParts = directive.provisionCount + directive.taskCount > 0
  const title = localText(directive.title)
  const item = new TreeItem(
    directive.number ?? title,
    hasParts ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  )
  item.iconPath = new ThemeIcon(
    directive.status === 'repealed' || directive.status === 'expired' ? 'circle-slash' : 'law',
  )
  item.description = directive.number ? title : ''
  item.contextValue = 'directive'
  item.tooltip = tooltipOf(title, directive.provenance, [
    directive.number,
    l10n.t('Issued by: {0}', localText(directive.issuer)),
    directive.issuedOn && l10n.t('Issued on: {0}', directive.issuedOn),
    statusText(directive.status),
    directive.note,
  ])
  return item
}

const provisionItem = ({ label, text }: Provision): TreeItem => {
  const item = new TreeItem(label)
  item.iconPath = new ThemeIcon('symbol-text')
  item.description = text ?? l10n.t('text not known')
  item.tooltip = text === null ? label : `${label}\n${text}`
  return item
}

const taskItem = ({ text, dueBy, target, unit }: Task): TreeItem => {
  const item = new TreeItem(text)
  item.iconPath = new ThemeIcon('checklist')
  item.description = [
    dueBy && l10n.t('due {0}', dueBy),
    target && l10n.t('target: {0}', unit ? `${target} ${unit}` : target),
  ]
    .filter(Boolean)
    .join(' · ')
  item.tooltip = [text, item.description].filter(Boolean).join('\n')
  return item
}

const statusText = (status: Directive['status']): string | null => {
  switch (status) {
    case 'draft':
      return l10n.t('Draft')
    case 'in-force':
      return l10n.t('In force')
    case 'partly-repealed':
      return l10n.t('Repealed in part')
    case 'repealed':
      return l10n.t('Repealed')
    case 'expired':
      return l10n.t('Expired')
    case 'unknown':
      return null
  }
}
