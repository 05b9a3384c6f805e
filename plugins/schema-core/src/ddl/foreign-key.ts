import {
  defineRule,
  nearest,
  pageOf,
  type Rule,
  type RuleContext,
  type SqlColumn,
  type SqlConstraintNode,
  type SqlTableFacts,
  type SqlTableState,
} from '@lienthong/plugin-sdk'
import { postgresql } from '../sources.ts'
import { Catalogue, columnOf, primaryKeyOf, written, writtenBy } from './catalogue.ts'

export const foreignKey: Rule = defineRule({
  meta: {
    title: { vi: 'Khóa ngoại có đích đúng', en: 'Foreign keys have a proper target' },
    docs: pageOf({
      why: {
        vi: 'Khóa ngoại phải trỏ tới bảng và cột có thật, có tính duy nhất và cùng kiểu; khác độ dài (char(12) với varchar(9)) thì không dòng nào khớp.',
        en: 'A foreign key must lead to a table and columns that exist, are unique and have the same type; where lengths differ (char(12), varchar(9)) no row matches.',
      },
      wrong:
        'create table tinh (ma char(2) primary key);\ncreate table xa (ma char(5) primary key, ma_tinh integer references tinh (ma));',
      right:
        'create table tinh (ma char(2) primary key);\ncreate table xa (ma char(5) primary key, ma_tinh char(2) references tinh (ma));',
      source: `${postgresql} § 5.5.5`,
    }),
    defaultSeverity: 'error',
    languages: ['sql'],
    messages: {
      table: { vi: 'Không có bảng "{table}"', en: 'There is no table "{table}"' },
      tableNear: {
        vi: 'Không có bảng "{table}"; có phải "{near}"?',
        en: 'There is no table "{table}"; did you mean "{near}"?',
      },
      column: {
        vi: 'Bảng "{table}" không có cột "{column}"',
        en: 'The table "{table}" has no column "{column}"',
      },
      count: {
        vi: '{own} cột trỏ tới {target} cột của "{table}"',
        en: '{own} columns refer to {target} of "{table}"',
      },
      key: {
        vi: 'Bảng "{table}" không có khóa chính để trỏ tới',
        en: 'The table "{table}" has no primary key to refer to',
      },
      unique: {
        vi: 'Cột được trỏ tới của "{table}" không duy nhất',
        en: 'The columns of "{table}" that are referred to are not unique',
      },
      type: {
        vi: '"{own}" có kiểu {ownType}, "{table}.{column}" có kiểu {targetType}',
        en: '"{own}" has the type {ownType}, "{table}.{column}" has {targetType}',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'sql') return
      const catalogue = new Catalogue(facts)
      catalogue.walk({
        after: statement => {
          const { value } = statement
          const table = 'constraints' in value ? catalogue.table(value.table) : undefined
          if (!table) return
          for (const node of writtenBy(table.constraints, statement))
            if (node.value.kind === 'foreign-key') checkTarget(ctx, node, table, catalogue)
        },
      })
    },
  }),
})

function checkTarget(
  ctx: RuleContext,
  node: SqlConstraintNode,
  own: SqlTableFacts,
  catalogue: Catalogue,
): void {
  const { references, columns } = node.value
  if (!references) return
  const table = written(references.table)
  const target = catalogue.table(references.table)
  if (!target) {
    if (catalogue.isForeign(references.table)) return
    const near = nearest(table, catalogue.names)
    ctx.report({
      node,
      messageId: near === undefined ? 'table' : 'tableNear',
      data: { table, near: near ?? '' },
    })
    return
  }
  const targets = references.columns.length > 0 ? references.columns : primaryKeyOf(target)
  if (!catalogue.isWhole(target)) {
    checkTypes(ctx, node, { own, target, targets })
    return
  }
  const missing = targets.find(column => !columnOf(target, column))
  if (targets.length === 0) ctx.report({ node, messageId: 'key', data: { table } })
  else if (missing !== undefined) ctx.report({ node, messageId: 'column', data: { table, column: missing } })
  else if (targets.length !== columns.length) {
    ctx.report({ node, messageId: 'count', data: { table, own: columns.length, target: targets.length } })
  } else {
    if (!isUnique(target, targets)) ctx.report({ node, messageId: 'unique', data: { table } })
    checkTypes(ctx, node, { own, target, targets })
  }
}

/** By a key, or by an index over all rows. */
function isUnique({ constraints, indexes }: SqlTableState, columns: readonly string[]): boolean {
  const wanted = [...columns].sort().join()
  const isWanted = (own: readonly string[]) => [...own].sort().join() === wanted
  return (
    constraints.some(
      ({ value }) => (value.kind === 'primary-key' || value.kind === 'unique') && isWanted(value.columns),
    ) || indexes.some(({ value }) => value.isUnique && value.rest === '' && isWanted(value.columns))
  )
}

interface Pairing {
  readonly own: SqlTableFacts
  readonly target: SqlTableFacts
  readonly targets: readonly string[]
}

function checkTypes(ctx: RuleContext, node: SqlConstraintNode, { own, target, targets }: Pairing): void {
  node.value.columns.forEach((name, i) => {
    const from = columnOf(own, name)
    const to = columnOf(target, targets[i] ?? '')
    if (!from || !to || comparable(from.value) === comparable(to.value)) return
    ctx.report({
      node: from,
      at: 'value',
      messageId: 'type',
      data: {
        own: name,
        ownType: typeName(from.value),
        table: written(target.table),
        column: to.value.name,
        targetType: typeName(to.value),
      },
    })
  })
}

/** Names that people write for PostgreSQL's own. */
const usual: Readonly<Record<string, string>> = {
  bpchar: 'char',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  float4: 'real',
  float8: 'double precision',
}

/** A serial column is an integer with a default. */
const serials: Readonly<Record<string, string>> = {
  smallserial: 'int2',
  serial: 'int4',
  bigserial: 'int8',
}

const typeName = ({ type, typeModifiers }: SqlColumn): string => {
  const name = Object.hasOwn(usual, type) ? usual[type] : type
  return typeModifiers.length > 0 ? `${name}(${typeModifiers.join(', ')})` : `${name}`
}

const comparable = (column: SqlColumn): string =>
  typeName({
    ...column,
    type: Object.hasOwn(serials, column.type) ? (serials[column.type] ?? '') : column.type,
  })
