import {
  type DocumentFacts,
  type Language,
  type SqlIndex,
  SqlScript,
  type SqlStatementNode,
} from '@lienthong/plugin-sdk'
import type { UnitNodes } from './unit-nodes.ts'

/** Each rule gets its own. */
const nothing = { notes: [], published: null }

/** A document as a whole, put together from its units in document order. */
export const factsOf = (language: Language, units: readonly UnitNodes[]): DocumentFacts => {
  switch (language) {
    case 'json-schema':
      return {
        language,
        root: units[0]?.schemas.find(({ role }) => role === 'root') ?? null,
        definitions: units.flatMap(({ definitions }) => definitions),
        refs: units.flatMap(({ refs }) => refs),
        ...nothing,
      }
    case 'sql': {
      const statements = units.flatMap(({ statement }) => statement ?? [])
      const script = new SqlScript()
      for (const node of statements) script.take(node)
      return {
        language,
        statements,
        tables: script.tables,
        views: script.views,
        indexes: statements.filter((node): node is SqlStatementNode<SqlIndex> => node.value.kind === 'index'),
        ...nothing,
      }
    }
    case 'markdown':
      return {
        language,
        sections: units.flatMap(({ section }) => section ?? []),
        headings: units.flatMap(({ headings }) => headings),
        requirements: units.flatMap(({ requirements }) => requirements),
        links: units.flatMap(({ links }) => links),
        ...nothing,
      }
    default:
      return language satisfies never
  }
}
