import type { JsonObject, Node } from './node.ts'

/**
 * How a subschema hangs on its parent: by `properties`, `$defs`, `items`, `allOf` and so on. `root` is the document itself.
 * `definition` covers `$defs` and the older `definitions`; every other keyword that holds a schema is `other`.
 */
export type SchemaRole = 'root' | 'definition' | 'property' | 'item' | 'branch' | 'other'

/**
 * A schema or subschema of a JSON Schema document.
 * `key` is the last step to it (a property's or definition's name), null for the root. `parent` is the schema around it,
 * null for the root and for definitions of the root. In the root's value the definitions are left out: they are nodes of their own.
 */
export interface SchemaNode extends Node<JsonObject> {
  readonly role: SchemaRole
  readonly key: string | number | null
  readonly parent: SchemaNode | null
}

/** A schema that has `$ref`. Report on the reference with `below: ['$ref']`. */
export interface RefNode extends SchemaNode {
  readonly ref: string
}
