import { type AnswerOf, RenameName } from '@lienthong/protocol'
import {
  l10n,
  type Position,
  type Range,
  type RenameProvider,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode'
import { replacementsOfFix } from '../../core/fixes.ts'
import { textOf } from '../errors.ts'
import { type OpenDocuments, uriOf } from '../open-documents.ts'
import { rangeOf } from './places.ts'
import type { Questions } from './questions.ts'

/** Renames a definition or a requirement in every document that names it, or in none. */
export class Renaming implements RenameProvider {
  constructor(
    private readonly questions: Questions,
    private readonly documents: OpenDocuments,
  ) {}

  async prepareRename(
    document: TextDocument,
    position: Position,
  ): Promise<{ range: Range; placeholder: string }> {
    const { name, span } = await this.ask(document, position)
    return { range: rangeOf(span), placeholder: name }
  }

  async provideRenameEdits(document: TextDocument, position: Position, to: string): Promise<WorkspaceEdit> {
    const { documents } = await this.ask(document, position, to)
    const edit = new WorkspaceEdit()
    for (const { edits, ...address } of documents) {
      const uri = uriOf(address)
      const { session, positions } = await this.documents.open(uri)
      const replacements = replacementsOfFix(session.text, { edits })
      if (!replacements)
        throw new Error(l10n.t('The words have changed meanwhile. Nothing was renamed; try again.'))
      for (const { offset, deleted, inserted } of replacements)
        edit.replace(uri, positions.range({ start: offset, end: offset + deleted }), inserted)
    }
    return edit
  }

  /** VS Code shows why it cannot be. */
  private async ask(
    document: TextDocument,
    position: Position,
    to?: string,
  ): Promise<AnswerOf<typeof RenameName>> {
    const answer = await this.questions
      .askAt(document, position, RenameName, place => ({ ...place, to }))
      .catch((error: unknown) => {
        throw new Error(textOf(error))
      })
    if (!answer) throw new Error(l10n.t('Renaming needs the server, which does not answer.'))
    return answer
  }
}
