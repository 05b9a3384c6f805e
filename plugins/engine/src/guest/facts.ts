import type {
  DocumentFacts,
  Language,
  SqlIndex,
  SqlStatement,
  SqlStatementNode,
  SqlTableFacts,
  SqlView,
} from '@lienthong/plugin-sdk'
import { columnsOf, constraintsOf, isTable } from './sql-nodes.ts'
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
      return {
        language,
        statements,
        tables: tablesOf(statements),
        views: statements.filter((node): node is SqlStatementNode<SqlView> => node.value.kind === 'view'),
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

const tablesOf = (statements: readonly SqlStatementNode<SqlStatement>[]): SqlTableFacts[] => {
  const tables: SqlTableFacts[] = []
  for (const node of statements) {
    if (!isTable(node)) continue
    const { table } = node.value
    const own = { columns: columnsOf(node), constraints: constraintsOf(node) }
    if (node.value.kind === 'table') tables.push({ table, statement: node, ...own })
    else {
      const index = tables.findIndex(known => isSame(known.table, table))
      const known = tables[index]
      if (known)
        tables[index] = {
          ...known,
          columns: [...known.columns, ...own.columns],
          constraints: [...known.constraints, ...own.constraints],
        }
    }
  }
  return tables
}

const isSame = (one: SqlTableFacts['table'], other: SqlTableFacts['table']) =>
  one.name === other.name && (one.schema ?? 'public') === (other.schema ?? 'public')
