import { type AnswerOf, OutlineDocument, type SymbolKind as SymbolName } from '@lienthong/protocol'
import {
  DocumentSymbol,
  type DocumentSymbolProvider,
  FoldingRange,
  type FoldingRangeProvider,
  SymbolKind,
  type TextDocument,
} from 'vscode'
import { treeOf } from '../../core/symbol-tree.ts'
import { rangeOf } from './places.ts'
import type { Questions } from './questions.ts'

type Answer = AnswerOf<typeof OutlineDocument>

/** A document's outline and what can be folded. Both come with one answer, asked for once for each version of the text. */
export class Outlines implements DocumentSymbolProvider, FoldingRangeProvider {
  private readonly asked = new WeakMap<
    TextDocument,
    { version: number; answer: Promise<Answer | undefined> }
  >()

  constructor(private readonly questions: Questions) {}

  async provideDocumentSymbols(document: TextDocument): Promise<DocumentSymbol[] | undefined> {
    const answer = await this.of(document)
    return answer && treeOf(answer.symbols, symbolOf)
  }

  async provideFoldingRanges(document: TextDocument): Promise<FoldingRange[] | undefined> {
    const answer = await this.of(document)
    return answer?.folds.map(([first = 0, last = 0]) => new FoldingRange(first, last))
  }

  /** While the server does not answer, what it said last. */
  private of(document: TextDocument): Promise<Answer | undefined> {
    const { version } = document
    const known = this.asked.get(document)
    if (known?.version === version) return known.answer
    const answer = this.questions
      .ask(document, OutlineDocument, ({ summary }) => ({ documentId: summary.id }))
      .then(said => said ?? known?.answer)
    this.asked.set(document, { version, answer })
    return answer
  }
}

/** VS Code refuses a symbol without a name, and one whose name lies beside it. */
const symbolOf = ({ name, detail, kind, span, nameSpan }: Answer['symbols'][number]): DocumentSymbol => {
  const range = rangeOf(nameSpan)
  return new DocumentSymbol(name || ' ', detail, kinds[kind], rangeOf(span).union(range), range)
}

const kinds: Readonly<Record<SymbolName, SymbolKind>> = {
  definition: SymbolKind.Class,
  property: SymbolKind.Property,
  table: SymbolKind.Struct,
  column: SymbolKind.Field,
  view: SymbolKind.Interface,
  index: SymbolKind.Key,
  type: SymbolKind.Enum,
  heading: SymbolKind.String,
  requirement: SymbolKind.Constant,
}
