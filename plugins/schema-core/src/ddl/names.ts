import {
  defineRule,
  nearest,
  pageOf,
  type Rule,
  type RuleContext,
  type SqlColumnNode,
  type SqlConstraintNode,
  type SqlDocument,
  type SqlName,
  type SqlStatement,
  type SqlTableFacts,
} from '@lienthong/plugin-sdk'
import { postgresql } from '../sources.ts'
import { Catalogue, columnOf, written } from './catalogue.ts'

export const duplicateName: Rule = defineRule({
  meta: {
    title: { vi: 'Tên không trùng', en: 'Names are unique' },
    docs: pageOf({
      why: {
        vi: 'PostgreSQL dừng kịch bản ở tên thứ hai: bảng, cột, ràng buộc và chỉ mục phải có tên riêng.',
        en: 'PostgreSQL stops the script at the second one: tables, columns, constraints and indexes need names of their own.',
      },
      wrong: 'create table cong_dan (ho_ten text, ho_ten text);',
      right: 'create table cong_dan (ho text, ten text);',
      source: `${postgresql}: CREATE TABLE, CREATE INDEX`,
    }),
    defaultSeverity: 'error',
    languages: ['sql'],
    messages: {
      relation: { vi: 'Đã có "{name}" trong kịch bản này', en: 'This script has "{name}" already' },
      column: { vi: 'Bảng đã có cột "{name}"', en: 'The table has a column "{name}" already' },
      constraint: { vi: 'Bảng đã có ràng buộc "{name}"', en: 'The table has a constraint "{name}" already' },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'sql') return
      reportRelations(ctx, facts)
      for (const { columns, constraints } of facts.tables) {
        reportRepeats(ctx, columns, 'column')
        reportRepeats(ctx, constraints, 'constraint')
      }
    },
  }),
})

function reportRepeats(
  ctx: RuleContext,
  nodes: readonly (SqlColumnNode | SqlConstraintNode)[],
  messageId: 'column' | 'constraint',
): void {
  const seen = new Set<string>()
  for (const node of nodes) {
    const { name } = node.value
    if (name === null) continue
    if (seen.has(name)) ctx.report({ node, at: 'key', messageId, data: { name } })
    seen.add(name)
  }
}

/** Tables, views and indexes of a schema share one set of names. */
function reportRelations(ctx: RuleContext, { statements }: SqlDocument): void {
  const seen = new Set<string>()
  for (const node of statements) {
    const name = nameOf(node.value)
    if (name === undefined || isRepeatable(node.text)) continue
    if (seen.has(name)) ctx.report({ node, at: 'key', messageId: 'relation', data: { name } })
    seen.add(name)
  }
}

/** The relation that a statement makes. */
function nameOf(made: SqlStatement): string | undefined {
  switch (made.kind) {
    case 'table':
      return written(made.table)
    case 'view':
      return written(made.view)
    case 'index':
      return made.name === null ? undefined : written({ schema: made.table.schema, name: made.name })
    default:
      return undefined
  }
}

const isRepeatable = (statement: string): boolean =>
  /^\s*create\s+(or\s+replace|\w+(\s+unique)?\s+if\s+not\s+exists)/i.test(statement)

export const primaryKey: Rule = defineRule({
  meta: {
    title: { vi: 'Bảng có khóa chính', en: 'Tables have a primary key' },
    docs: pageOf({
      why: {
        vi: 'Không có khóa chính thì không đồng bộ được từng dòng, và dòng trùng không bị chặn.',
        en: 'Without a primary key rows cannot be synchronised one by one, and duplicates are not stopped.',
      },
      wrong: 'create table cong_dan (so_dinh_danh char(12) not null);',
      right: 'create table cong_dan (so_dinh_danh char(12) primary key);',
      source: `${postgresql} § 5.5.4`,
    }),
    defaultSeverity: 'warning',
    languages: ['sql'],
    messages: {
      missing: { vi: 'Bảng "{name}" không có khóa chính', en: 'The table "{name}" has no primary key' },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'sql') return
      for (const { table, statement, constraints, columns } of facts.tables) {
        if (columns.length === 0 || constraints.some(({ value }) => value.kind === 'primary-key')) continue
        ctx.report({ node: statement, at: 'key', messageId: 'missing', data: { name: written(table) } })
      }
    },
  }),
})

export const namesExist: Rule = defineRule({
  meta: {
    title: { vi: 'Cột và bảng được nhắc đến có tồn tại', en: 'Columns and tables that are named exist' },
    docs: pageOf({
      why: {
        vi: 'Ràng buộc, chỉ mục, khung nhìn hay chú thích nhắc tới bảng, cột không có làm kịch bản dừng giữa chừng.',
        en: 'A constraint, index, view or comment that names a table or column that is not there stops the script halfway.',
      },
      wrong: 'create table cong_dan (id bigint primary key);\ncreate index on cong_dan (ho_ten);',
      right:
        'create table cong_dan (id bigint primary key, ho_ten text);\ncreate index on cong_dan (ho_ten);',
      source: postgresql,
    }),
    defaultSeverity: 'error',
    languages: ['sql'],
    messages: {
      table: { vi: 'Kịch bản không tạo "{name}"', en: 'The script does not create "{name}"' },
      tableNear: {
        vi: 'Kịch bản không tạo "{name}"; có phải "{near}"?',
        en: 'The script does not create "{name}"; did you mean "{near}"?',
      },
      column: {
        vi: 'Bảng "{table}" không có cột "{name}"',
        en: 'The table "{table}" has no column "{name}"',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'sql') return
      const catalogue = new Catalogue(facts)
      for (const table of facts.tables) reportConstraints(ctx, table)
      reportUses(ctx, facts, catalogue)
    },
  }),
})

function reportConstraints(ctx: RuleContext, table: SqlTableFacts): void {
  for (const node of table.constraints) {
    const name = node.value.columns.find(column => !columnOf(table, column))
    if (name === undefined) continue
    ctx.report({ node, messageId: 'column', data: { table: written(table.table), name } })
  }
}

function reportUses(ctx: RuleContext, { statements }: SqlDocument, catalogue: Catalogue): void {
  for (const node of statements) {
    for (const name of relationsOf(node.value)) {
      if (catalogue.hasRelation(name) || catalogue.isForeign(name)) continue
      ctx.report({ node, at: 'key', ...missingTable(written(name), catalogue) })
    }
    const { table, columns } = columnsOf(node.value)
    const facts = table && catalogue.table(table)
    const missing = facts ? columns.filter(name => name !== '' && !columnOf(facts, name)) : []
    for (const name of missing) {
      ctx.report({ node, at: 'key', messageId: 'column', data: { table: table ? written(table) : '', name } })
    }
  }
}

/** The tables and views that a statement needs. */
function relationsOf(statement: SqlStatement): readonly SqlName[] {
  switch (statement.kind) {
    case 'view':
      return statement.reads
    case 'index':
    case 'comment':
    case 'alter-table':
      return [statement.table]
    default:
      return []
  }
}

/** The columns that an index or a comment names. */
function columnsOf(statement: SqlStatement): { table?: SqlName; columns: readonly string[] } {
  if (statement.kind === 'index') return { table: statement.table, columns: statement.columns }
  if (statement.kind !== 'comment' || statement.column === null) return { columns: [] }
  return { table: statement.table, columns: [statement.column] }
}

function missingTable(
  name: string,
  { names }: Catalogue,
): { messageId: string; data: Record<string, string> } {
  const near = nearest(name, names)
  return near === undefined
    ? { messageId: 'table', data: { name } }
    : { messageId: 'tableNear', data: { name, near } }
}
