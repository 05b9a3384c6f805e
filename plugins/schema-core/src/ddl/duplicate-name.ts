import {
  defineRule,
  pageOf,
  type Rule,
  type RuleContext,
  type SqlColumnNode,
  type SqlConstraintNode,
  type SqlName,
  type SqlStatement,
  type SqlStatementNode,
} from '@lienthong/plugin-sdk'
import { postgresql } from '../sources.ts'
import { Catalogue, written } from './catalogue.ts'

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
      const catalogue = new Catalogue(facts)
      catalogue.walk({
        before: node => reportRelation(ctx, node, catalogue),
        after: node => {
          if (node.value.kind !== 'table' && node.value.kind !== 'alter-table') return
          const table = catalogue.table(node.value.table)
          reportRepeats(ctx, node, table?.columns ?? [], 'column')
          reportRepeats(ctx, node, table?.constraints ?? [], 'constraint')
        },
      })
    },
  }),
})

/** What a statement adds under a name that the table has before it. */
function reportRepeats(
  ctx: RuleContext,
  statement: SqlStatementNode,
  nodes: readonly (SqlColumnNode | SqlConstraintNode)[],
  messageId: 'column' | 'constraint',
): void {
  const seen = new Set<string>()
  for (const node of nodes) {
    const { name } = node.value
    if (name === null) continue
    if (seen.has(name) && node.unit === statement.unit)
      ctx.report({ node, at: 'key', messageId, data: { name } })
    seen.add(name)
  }
}

/** Tables, views and indexes of a schema share one set of names. */
function reportRelation(ctx: RuleContext, node: SqlStatementNode, catalogue: Catalogue): void {
  const { value } = node
  const name = nameOf(value)
  if (name && catalogue.isThere(name) && !isRepeatable(node.text))
    ctx.report({ node, at: 'key', messageId: 'relation', data: { name: written(name) } })
  if (value.kind !== 'rename' || value.what !== 'column') return
  if (catalogue.table(value.of)?.column(value.to))
    ctx.report({ node, at: 'key', messageId: 'column', data: { name: value.to } })
}

/** The relation that a statement makes, or gives its name. */
function nameOf(made: SqlStatement): SqlName | undefined {
  switch (made.kind) {
    case 'table':
      return made.table
    case 'view':
      return made.view
    case 'index':
      return made.name === null ? undefined : { schema: made.table.schema, name: made.name }
    case 'rename':
      return made.what === 'table' || made.what === 'view'
        ? { schema: made.of.schema, name: made.to }
        : undefined
    default:
      return undefined
  }
}

const isRepeatable = (statement: string): boolean =>
  /^\s*create\s+(or\s+replace|(\w+\s+){1,3}if\s+not\s+exists)/i.test(statement)
