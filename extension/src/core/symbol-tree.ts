/** Something that lies within the last one before it that is less deep. */
interface Deep {
  readonly depth: number
}

/** Hangs every item under the one that it lies in; answers those that lie in none. */
export const treeOf = <T extends Deep, N extends { children: N[] }>(
  items: readonly T[],
  nodeOf: (item: T) => N,
): N[] => {
  const roots: N[] = []
  const open: { depth: number; node: N }[] = []
  for (const item of items) {
    while ((open.at(-1)?.depth ?? -1) >= item.depth) open.pop()
    const node = nodeOf(item)
    const within = open.at(-1)?.node.children ?? roots
    within.push(node)
    open.push({ depth: item.depth, node })
  }
  return roots
}
