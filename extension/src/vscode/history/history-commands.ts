import { ProtocolError } from '@lienthong/protocol'
import { refuseTooLarge, restoreText } from '@lienthong/protocol/client'
import { type Disposable, l10n, type Uri, window } from 'vscode'
import { register } from '../commands.ts'
import { compare } from '../comparison.ts'
import type { EditorBindings } from '../editor-bindings.ts'
import { Cancelled } from '../errors.ts'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'
import { showToWrite } from '../show-to-write.ts'
import { type EntryNode, type StateNode, titleOf } from './history-nodes.ts'
import type { HistoryRecords } from './history-records.ts'
import type { HistoryStates } from './history-states.ts'
import type { HistoryView } from './history-view.ts'
import { pickNamedState } from './named-state-picker.ts'
import { askName } from './naming.ts'

/** What one can do with the states of a document (rules H7 and H10). */
export class HistoryCommands {
  constructor(
    private readonly documents: OpenDocuments,
    private readonly bindings: EditorBindings,
    private readonly records: HistoryRecords,
    private readonly states: HistoryStates,
    private readonly view: HistoryView,
  ) {}

  register(): Disposable[] {
    return [
      register('showEntry', (node: EntryNode) => this.showEntry(node)),
      register('compareWithNow', (node: StateNode) => this.compareWithNow(node)),
      register('restoreState', (node: StateNode) => this.restore(node)),
      register('nameState', (node?: StateNode) => this.nameState(node)),
      register('goToNamedState', () => this.goToNamedState()),
      register('olderHistory', () => this.view.older()),
    ]
  }

  /** The state before an entry beside the one after it. */
  async showEntry({ document, entry }: Pick<EntryNode, 'document' | 'entry'>): Promise<void> {
    const before = await this.open(document, entry.fromSeq - 1)
    const after = await this.open(document, entry.toSeq)
    await compare(document, { before, after, what: titleOf(entry), isPreview: true })
  }

  private async compareWithNow({ document, seq, name }: StateNode): Promise<void> {
    const title = l10n.t('{0} ↔ now', name)
    const before = await this.open(document, seq)
    await compare(document, { before, after: document.uri, what: title, isPreview: true })
  }

  /** A forward edit like any other, by the editor's binding: one step of the person's undo (rule S9). */
  private async restore({ document, seq, name }: StateNode): Promise<void> {
    const target = await this.states.text(document, seq)
    const restore = l10n.t('Restore')
    const detail = l10n.t(
      'The text becomes what it was. What was written since stays in the history, comments stay on the words that remain, and you can undo it.',
    )
    const question = l10n.t('Restore this state: {0}?', name)
    if ((await window.showWarningMessage(question, { modal: true, detail }, restore)) !== restore)
      throw new Cancelled()
    const { session, binding } = await showToWrite(document, this.documents, this.bindings)
    refuseTooLarge(session.text.toString(), target)
    binding.act(origin => restoreText(session.text, target, origin))
  }

  /** By its name instead of page by page. Whoever may only read has nothing to choose then but to compare. */
  private async goToNamedState(): Promise<void> {
    const node = await pickNamedState(this.shown, this.records)
    const compareWithNow = { label: l10n.t('Compare with Now'), run: () => this.compareWithNow(node) }
    const restore = { label: l10n.t('Restore This State…'), run: () => this.restore(node) }
    const way = node.canEdit
      ? await window.showQuickPick([compareWithNow, restore], { title: node.name })
      : compareWithNow
    await way?.run()
  }

  /** Without a node the state of now: with what was just written in it. */
  private async nameState(node?: StateNode): Promise<void> {
    const { summary, session } = node?.document ?? this.shown
    const prompt = node ? l10n.t('State: {0}', node.name) : l10n.t('State: as it is now')
    await askName(prompt, async (name, isCancelled) => {
      if (!node && session.state.kind === 'live') await session.whenStored()
      if (isCancelled()) return
      await this.records.name(summary.id, node ? { name, seq: node.seq } : { name })
    })
    await this.view.reload()
  }

  /** The document whose history shows. Errors: DOCUMENT_NOT_JOINED. */
  private get shown(): OpenDocument {
    const { shown } = this.view
    if (!shown) throw new ProtocolError('DOCUMENT_NOT_JOINED')
    return shown
  }

  private open(document: OpenDocument, seq: number): Promise<Uri> {
    return this.states.open(document, seq, this.bindings.textDocumentOf(document)?.languageId)
  }
}
