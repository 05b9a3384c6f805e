import {
  defineRule,
  nearest,
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
import { Catalogue, written, writtenBy } from './catalogue.ts'

export const namesExist: Rule = defineRule({
  meta: {
    title: { vi: 'Cột và bảng được nhắc đến có tồn tại', en: 'Columns and tables that are named exist' },
    docs: pageOf({
      why: {
        vi: 'Ràng buộc, chỉ mục, cột tính toán, khung nhìn hay chú thích nhắc tới bảng, cột không có làm kịch bản dừng giữa chừng.',
        en: 'A constraint, index, generated column, view or comment that names a table or column that is not there stops the script halfway.',
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
      let missing: readonly string[] = []
      catalogue.walk({
        before: node => {
          reportRelations(ctx, node, catalogue)
          missing = missingColumns(node.value, catalogue)
        },
        after: node => {
          // A column may be added and altered at once.
          const left = missingColumns(node.value, catalogue)
          reportColumns(
            ctx,
            node,
            missing.filter(name => left.includes(name)),
          )
          reportParts(ctx, node, catalogue)
        },
      })
    },
  }),
})

/** What the constraints and generated columns of a table name. */
function reportParts(ctx: RuleContext, statement: SqlStatementNode, catalogue: Catalogue): void {
  const { value } = statement
  const table = 'constraints' in value ? catalogue.table(value.table) : undefined
  if (!table) return
  const report = (node: SqlConstraintNode | SqlColumnNode, names: readonly string[]) => {
    for (const name of new Set(names))
      ctx.report({ node, messageId: 'column', data: { table: written(table.table), name } })
  }
  for (const node of writtenBy(table.constraints, statement)) {
    const { columns, reads } = node.value
    report(node, [...catalogue.lacking(table, columns), ...catalogue.lackingIn(table, reads)])
  }
  for (const node of writtenBy(table.columns, statement))
    report(node, catalogue.lackingIn(table, node.value.reads))
}

function reportRelations(ctx: RuleContext, node: SqlStatementNode, catalogue: Catalogue): void {
  for (const name of relationsOf(node.value)) {
    if (catalogue.hasRelation(name) || catalogue.isForeign(name)) continue
    ctx.report({ node, at: 'key', ...missingTable(written(name), catalogue) })
  }
}

function reportColumns(ctx: RuleContext, node: SqlStatementNode, names: readonly string[]): void {
  const { table } = columnsOf(node.value)
  for (const name of names)
    ctx.report({ node, at: 'key', messageId: 'column', data: { table: table ? written(table) : '', name } })
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
    case 'rename':
      return statement.what === 'type' || statement.what === 'index' ? [] : [statement.of]
    case 'drop':
      return statement.isIfExists || statement.what === 'type' || statement.what === 'index'
        ? []
        : statement.names
    default:
      return []
  }
}

/** The columns that a statement names and its table has not. */
function missingColumns(statement: SqlStatement, catalogue: Catalogue): readonly string[] {
  const { table, columns, reads = [] } = columnsOf(statement)
  const known = table && catalogue.table(table)
  return known ? [...catalogue.lacking(known, columns), ...catalogue.lackingIn(known, reads)] : []
}

interface Named {
  readonly table?: SqlName
  readonly columns: readonly string[]
  /** Those in expressions. */
  readonly reads?: readonly string[]
}

function columnsOf(statement: SqlStatement): Named {
  switch (statement.kind) {
    case 'index': {
      const { table, columns, reads } = statement
      return { table, columns: columns.filter(name => name !== ''), reads }
    }
    case 'comment':
      return { table: statement.table, columns: statement.column === null ? [] : [statement.column] }
    case 'rename':
      return { table: statement.of, columns: statement.what === 'column' ? [statement.part ?? ''] : [] }
    case 'alter-table':
      return {
        table: statement.table,
        columns: statement.changes.flatMap(change => {
          if (change.kind === 'alter-column') return change.column
          return change.kind === 'drop-column' && !change.isIfExists ? change.name : []
        }),
      }
    default:
      return { columns: [] }
  }
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
