import type { JsonObject, Node } from './node.ts'

/**
 * How a subschema hangs on its parent: by `properties`, `$defs`, `items`, `allOf` and so on. `root` is the document itself.
 * `definition` covers `$defs` and the older `definitions`; every other keyword that holds a schema is `other`.
 */
export type SchemaRole = 'root' | 'definition' | 'property' | 'item' | 'branch' | 'other'

/**
 * A schema or subschema of a JSON Schema document. In the root's value the definitions are left out: they are nodes of their own.
 */
export interface SchemaNode extends Node<JsonObject> {
  /** How it hangs on its parent. */
  readonly role: SchemaRole
  /** The last step to it: a property's or definition's name, a list's index; null for the root. */
  readonly key: string | number | null
  /** The schema around it; null for the root and for definitions of the root. */
  readonly parent: SchemaNode | null
}

/** A schema that has `$ref`. Report on the reference with `below: ['$ref']`. */
export interface RefNode extends SchemaNode {
  /** As it is written; `ctx.resolve` follows it. */
  readonly ref: string
}
