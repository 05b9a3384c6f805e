import {
  type DocumentFacts,
  type Language,
  type SchemaDocument,
  type SqlIndex,
  SqlScript,
  type SqlStatementNode,
} from '@lienthong/plugin-sdk'
import { extended } from './looking.ts'
import { once, type UnitNodes } from './unit-nodes.ts'

/** Each rule gets its own. */
const nothing = { notes: [], published: null }

/**
 * A document as a whole, put together from its units in document order. In a schema each part is put together when it is looked at:
 * rules that only look at the root, or find that they have nothing to compare, cost a large document nothing. Rules share the lists, frozen.
 */
export const factsOf = (language: Language, units: readonly UnitNodes[]): DocumentFacts => {
  switch (language) {
    case 'json-schema':
      return schemaFacts(units)
    case 'sql': {
      const statements = units.flatMap(({ statement }) => statement ?? [])
      const script = new SqlScript()
      for (const node of statements) script.take(node)
      return {
        language,
        statements: Object.freeze(statements),
        tables: Object.freeze(script.tables),
        views: Object.freeze(script.views),
        indexes: Object.freeze(statements.filter(isIndex)),
        ...nothing,
      }
    }
    case 'markdown':
      return {
        language,
        sections: Object.freeze(units.flatMap(({ section }) => section ?? [])),
        headings: Object.freeze(units.flatMap(({ headings }) => headings)),
        requirements: Object.freeze(units.flatMap(({ requirements }) => requirements)),
        links: Object.freeze(units.flatMap(({ links }) => links)),
        ...nothing,
      }
    default:
      return language satisfies never
  }
}

const isIndex = (node: SqlStatementNode): node is SqlStatementNode<SqlIndex> => node.value.kind === 'index'

const schemaFacts = (units: readonly UnitNodes[]): SchemaDocument => {
  const definitions = once(() => Object.freeze(units.flatMap(unit => unit.definitions)))
  const refs = once(() => Object.freeze(units.flatMap(unit => unit.refs)))
  return {
    language: 'json-schema',
    get root() {
      return units[0]?.schemas.find(({ role }) => role === 'root') ?? null
    },
    get definitions() {
      return definitions()
    },
    get refs() {
      return refs()
    },
    ...nothing,
  }
}

/** Facts for one rule. What is put together when it is looked at, stays so. */
export const factsFor = (
  facts: DocumentFacts,
  own: Pick<DocumentFacts, 'notes' | 'published'>,
): DocumentFacts => extended(facts, own)
