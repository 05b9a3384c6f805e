import type { Outline, SymbolKind as SymbolName, DocumentSymbol as Tree } from '@lienthong/plugin-engine'
import { type DocumentSymbol, type FoldingRange, SymbolKind } from 'vscode-languageserver/node'
import { rangeOf } from './places.ts'

/** A document's outline as editors want it. */
export const symbolsOf = ({ symbols }: Outline): DocumentSymbol[] => symbols.map(symbolOf)

/** First and last lines of what can be folded. */
export const foldsOf = ({ folds }: Outline): FoldingRange[] =>
  folds.map(([startLine, endLine]) => ({ startLine, endLine }))

/** Editors refuse a symbol without a name. */
const symbolOf = ({ kind, name, detail, span, nameSpan, children }: Tree): DocumentSymbol => ({
  kind: kinds[kind],
  name: name || ' ',
  detail,
  range: rangeOf(span),
  selectionRange: rangeOf(nameSpan),
  children: children.map(symbolOf),
})

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
