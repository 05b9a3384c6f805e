import { type AnswerOf, type ProposalKind, ProposeWords } from '@lienthong/protocol'
import {
  type CancellationToken,
  type CompletionContext,
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  CompletionList,
  CompletionTriggerKind,
  type Position,
  type TextDocument,
} from 'vscode'
import { localText } from '../language.ts'
import { rangeOf } from './places.ts'
import type { Questions } from './questions.ts'

/** Begin a reference, or go on with one or with a number. */
export const proposalTriggers = ['"', "'", '#', '/', '(', '-']

/** Parts of documents and codes of records where somebody is writing. */
export class Proposals implements CompletionItemProvider {
  constructor(private readonly questions: Questions) {}

  async provideCompletionItems(
    document: TextDocument,
    position: Position,
    _: CancellationToken,
    { triggerKind }: CompletionContext,
  ): Promise<CompletionList | undefined> {
    const isAskedFor = triggerKind === CompletionTriggerKind.Invoke
    const answer = await this.questions.askAt(document, position, ProposeWords, place => ({
      ...place,
      isAskedFor,
    }))
    return answer && new CompletionList(answer.proposals.map(itemOf), true)
  }
}

type Proposal = AnswerOf<typeof ProposeWords>['proposals'][number]

/** Found by its name, too, and shown in the server's order. */
const itemOf = ({ kind, text, label, about, span }: Proposal, index: number): CompletionItem => {
  const item = new CompletionItem({ label, description: localText(about) }, kinds[kind])
  item.detail = text
  item.insertText = text
  item.range = rangeOf(span)
  item.filterText = `${text} ${about.vi} ${about.en}`
  item.sortText = String(index).padStart(5, '0')
  return item
}

const kinds: Readonly<Record<ProposalKind, CompletionItemKind>> = {
  reference: CompletionItemKind.Reference,
  requirement: CompletionItemKind.Constant,
  directive: CompletionItemKind.File,
  provision: CompletionItemKind.Text,
  database: CompletionItemKind.Module,
  organisation: CompletionItemKind.User,
  field: CompletionItemKind.Field,
  province: CompletionItemKind.EnumMember,
  contributed: CompletionItemKind.Value,
}
