import type { Node, Pair } from 'yaml'

/** A node, and the key and collection that it hangs on. */
export interface YamlPlace {
  readonly node: Node | null
  readonly pair: Pair | null
  readonly parent: Node | null
}
