import { l10n, type TextEditor, window } from 'vscode'
import { withLineFeeds } from '../../core/buffer.ts'
import { commentWords } from '../../core/comment-words.ts'
import { type AuthoredText, type Contribution, contributionsIn } from '../../core/line-authors.ts'
import { Cancelled } from '../errors.ts'
import type { OpenDocument, OpenDocuments } from '../open-documents.ts'
import type { HistoryCommands } from './history-commands.ts'
import { authorOf } from './history-nodes.ts'
import type { HistoryRecords } from './history-records.ts'
import { momentOf } from './times.ts'

/** Who wrote the words of a place, and the way to what they wrote (rule H8). */
export class WhoWrote {
  constructor(
    private readonly documents: OpenDocuments,
    private readonly records: HistoryRecords,
    private readonly history: HistoryCommands,
  ) {}

  /** For the line of the caret or what is selected. Asked afresh each time. */
  async pick(): Promise<void> {
    const editor = window.activeTextEditor
    const document = editor && this.documents.of(editor.document)
    if (!document) throw new Cancelled()
    const told = await this.ask(document)
    const items = contributionsAt(editor, told).map(contribution => ({
      label: `$(person) ${nameIn(told, contribution)}`,
      description: momentOf(contribution.at),
      detail: excerptOf(contribution),
      contribution,
    }))
    if (items.length === 0)
      void window.showInformationMessage(
        l10n.t('The server has none of these words yet: they were just typed.'),
      )
    else {
      const line = editor.selection.active.line + 1
      const title = editor.selection.isEmpty
        ? l10n.t('Who Wrote Line {0}', line)
        : l10n.t('Who Wrote the Selection')
      const placeHolder = l10n.t('Choose to see everything that was written then')
      const picked = await window.showQuickPick(items, { title, placeHolder })
      if (picked) await this.show(document, picked.contribution.seq)
    }
  }

  /** Everything that the entry brought with the words. */
  async show(document: OpenDocument, seq: number): Promise<void> {
    const entry = await this.records.entryFrom(document.summary.id, seq)
    if (entry) await this.history.showEntry({ document, entry })
  }

  async ask(document: OpenDocument): Promise<AuthoredText> {
    const authorship = await this.records.authorship(document.summary.id)
    return { authorship, text: await this.records.text(document.summary.id, authorship.seq) }
  }
}

/** By the editor's own text, whatever of it is on its way. */
export const contributionsAt = ({ document, selection }: TextEditor, told: AuthoredText): Contribution[] => {
  const now = withLineFeeds(document.getText())
  return contributionsIn(told, now, commentWords(now, selection.start, selection.end))
}

export const nameIn = ({ authorship }: AuthoredText, { personId }: Contribution): string =>
  authorOf(authorship.authors.find(author => author.personId === personId))

const excerptOf = ({ words }: Contribution): string =>
  words
    .map(piece => piece.replace(/\s+/g, ' ').trim())
    .filter(piece => piece !== '')
    .join(' … ')
    .slice(0, 120)
