import type { DocumentSymbol as Tree } from '@lienthong/plugin-engine'
import type { DocumentSymbol } from '@lienthong/protocol'

/** More are no help in an editor, and cost everybody who writes. */
const maxSymbols = 10_000

/** A tree of symbols as it travels; of too many the deepest are left out. */
export const symbolsOf = (roots: readonly Tree[]): DocumentSymbol[] => {
  for (let deepest = maxDepth(roots); ; deepest--) {
    const symbols = [...flat(roots, 0, deepest)]
    if (symbols.length <= maxSymbols || deepest === 0) return symbols.slice(0, maxSymbols)
  }
}

const maxDepth = (symbols: readonly Tree[]): number =>
  symbols.reduce((depth, { children }) => Math.max(depth, 1 + maxDepth(children)), 0)

function* flat(symbols: readonly Tree[], depth: number, deepest: number): Generator<DocumentSymbol> {
  for (const { kind, name, detail, span, nameSpan, children } of symbols) {
    yield { depth, kind, name, detail, span: [...span], nameSpan: [...nameSpan] }
    if (depth < deepest) yield* flat(children, depth + 1, deepest)
  }
}
