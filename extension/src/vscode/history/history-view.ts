import { commands, EventEmitter, type TreeDataProvider, type TreeItem, type TreeView, window } from 'vscode'
import { extended, type LoadedHistory, renewed } from '../../core/loaded-history.ts'
import { mayEdit } from '../../core/session-state.ts'
import { textOf } from '../errors.ts'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'
import { Soon } from '../soon.ts'
import { type HistoryNode, itemOf, nodesOf } from './history-nodes.ts'
import type { HistoryRecords } from './history-records.ts'
import { documentIdOf } from './history-states.ts'

/** While people write, the timeline is read anew this often at most: its entries are minutes. */
const renewMs = 4_000

/** What became of the document in front, newest first (rule H6). It stays on a document until another comes to the front, or it is closed. */
export class HistoryView implements TreeDataProvider<HistoryNode> {
  private readonly changed = new EventEmitter<void>()
  readonly onDidChangeTreeData = this.changed.event
  private readonly renewing = new Soon(() => void this.renew(), renewMs)
  private readonly listeners = [
    window.onDidChangeActiveTextEditor(() => this.follow()),
    // What was published in the portal meanwhile changes no text that would be seen here.
    window.onDidChangeWindowState(({ focused }) => focused && this.renewing.now()),
  ]
  private view: TreeView<HistoryNode> | undefined
  private document: OpenDocument | undefined
  private loaded: LoadedHistory | undefined
  private loading: Promise<void> = Promise.resolve()
  private canEdit = false

  constructor(
    private readonly documents: OpenDocuments,
    private readonly records: HistoryRecords,
  ) {
    documents.onDidOpen(opened => {
      opened.session.onState(() => opened === this.document && this.stateChanged())
      opened.session.text.observe(() => opened === this.document && this.renewing.later())
      this.follow()
    })
    documents.onDidClose(closed => closed === this.document && this.show(this.documents.active))
  }

  /** The document whose history shows. */
  get shown(): OpenDocument | undefined {
    return this.document
  }

  /** Reads only while somebody looks. */
  showIn(view: TreeView<HistoryNode>): void {
    this.view = view
    view.onDidChangeVisibility(({ visible }) => visible && this.renewing.now())
    this.follow()
  }

  refresh(): void {
    void this.reload()
  }

  /** The page after what is shown. */
  async older(): Promise<void> {
    await this.load(async ({ summary }, loaded) =>
      loaded?.next ? extended(loaded, await this.records.page(summary.id, loaded.next)) : loaded,
    )
  }

  /** Everything that is shown, anew: a name may stand at any of it. */
  async reload(): Promise<void> {
    await this.load(async ({ summary }, loaded) => {
      let again = renewed(undefined, await this.records.page(summary.id))
      while (again.next !== null && again.entries.length < (loaded?.entries.length ?? 0))
        again = extended(again, await this.records.page(summary.id, again.next))
      return again
    })
  }

  getChildren(node?: HistoryNode): HistoryNode[] {
    if (node) return node.kind === 'day' ? node.states : []
    return this.document && this.loaded ? nodesOf(this.document, this.loaded, this.canEdit) : []
  }

  getTreeItem(node: HistoryNode): TreeItem {
    return itemOf(node)
  }

  dispose(): void {
    for (const listener of this.listeners) listener.dispose()
    this.renewing.dispose()
    this.changed.dispose()
  }

  /** A state in front is of the document that it is a state of. */
  private follow(): void {
    const inFront = window.activeTextEditor?.document.uri
    const document = inFront && this.documents.withId(documentIdOf(inFront) ?? '')
    this.show(document ?? this.documents.active ?? this.document)
  }

  private show(document: OpenDocument | undefined): void {
    if (document === this.document) return
    this.document = document
    this.loaded = undefined
    if (this.view) {
      this.view.description = document?.summary.title ?? ''
      this.view.message = undefined
    }
    void commands.executeCommand('setContext', 'lienthong.hasHistory', document !== undefined)
    this.lookAtRights()
    this.changed.fire()
    this.renewing.now()
  }

  private stateChanged(): void {
    this.lookAtRights()
    this.renewing.later()
  }

  private lookAtRights(): void {
    const canEdit = this.document !== undefined && mayEdit(this.document.session.state)
    if (canEdit === this.canEdit) return
    this.canEdit = canEdit
    void commands.executeCommand('setContext', 'lienthong.canRestore', canEdit)
    this.changed.fire()
  }

  private renew(): Promise<void> {
    if (!this.view?.visible) return Promise.resolve()
    return this.load(async ({ summary }, loaded) => renewed(loaded, await this.records.page(summary.id)))
  }

  /** One after another: a page that is on its way must not undo another. What fails is said in the view; what is there stays. */
  private load(
    read: (document: OpenDocument, loaded: LoadedHistory | undefined) => Promise<LoadedHistory | undefined>,
  ): Promise<void> {
    this.loading = this.loading.then(async () => {
      const { document, view } = this
      if (!document || !view) return
      try {
        const loaded = await read(document, this.loaded)
        if (document !== this.document) return
        const isSame = JSON.stringify(loaded) === JSON.stringify(this.loaded)
        this.loaded = loaded
        view.message = undefined
        if (!isSame) this.changed.fire()
      } catch (error) {
        if (document === this.document) view.message = textOf(error)
      }
    })
    return this.loading
  }
}
