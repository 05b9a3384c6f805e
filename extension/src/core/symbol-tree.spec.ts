import { treeOf } from './symbol-tree.ts'

interface Node {
  name: string
  children: Node[]
}

const written = (nodes: readonly Node[]): string =>
  nodes.map(({ name, children }) => (children.length > 0 ? `${name}(${written(children)})` : name)).join(' ')

describe('symbols as a tree', () => {
  it('[E21] hangs each under the last one before it that is less deep', () => {
    const items = [...'0a 1b 2c 1d 0e 2f 1g 0h'.split(' ')].map(([depth, name]) => ({
      depth: Number(depth),
      name,
    }))
    const tree = treeOf(items, ({ name = '' }): Node => ({ name, children: [] }))
    expect(written(tree)).toBe('a(b(c) d) e(f g) h')
  })
})
