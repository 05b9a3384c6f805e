import type { LocalText, Node, Visitors } from '@lienthong/plugin-sdk'

/** What is named. */
export const kinds = ['property', 'definition', 'column', 'table'] as const
export type Kind = (typeof kinds)[number]

/** A name where it is given. Reports go to `node` with `at: 'key'`. */
export interface Name {
  readonly kind: Kind
  readonly text: string
  readonly node: Node<unknown>
}

/** Calls back with every name that a document gives to data, once where it is given. `alter table` gives columns, no table. */
export const everyName = (found: (name: Name) => void): Visitors => ({
  'schema.property': node => found({ kind: 'property', text: String(node.key), node }),
  'schema.definition': node => found({ kind: 'definition', text: String(node.key), node }),
  'sql.table'(node) {
    if (node.value.kind === 'table') found({ kind: 'table', text: node.value.table.name, node })
  },
  'sql.column': node => found({ kind: 'column', text: node.value.name, node }),
})

/** Kinds as a message speaks of them. */
export const plurals: Readonly<Record<Kind, LocalText>> = {
  property: { vi: 'thuộc tính', en: 'properties' },
  definition: { vi: 'định nghĩa', en: 'definitions' },
  column: { vi: 'cột', en: 'columns' },
  table: { vi: 'bảng', en: 'tables' },
}
