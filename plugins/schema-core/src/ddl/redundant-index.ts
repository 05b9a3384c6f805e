import {
  defineRule,
  type LocalText,
  pageOf,
  type Rule,
  type SqlConstraintNode,
  type SqlIndex,
  type SqlStatementNode,
  type SqlTableFacts,
} from '@lienthong/plugin-sdk'
import { postgresql } from '../sources.ts'

export const redundantIndex: Rule = defineRule({
  meta: {
    title: { vi: 'Không có chỉ mục thừa', en: 'No index is redundant' },
    docs: pageOf({
      why: {
        vi: 'Khóa chính và ràng buộc duy nhất đã có chỉ mục; chỉ mục trên nhiều cột cũng phục vụ các cột đầu của nó. Chỉ mục thừa không giúp gì mà mỗi lần ghi đều phải cập nhật.',
        en: 'Primary keys and unique constraints have an index already, and an index over several columns serves its leading ones, too. A redundant one helps nobody and is written at every change.',
      },
      wrong:
        'create table xa (ma char(5) primary key, ma_tinh char(2), ten text);\ncreate index on xa (ma_tinh);\ncreate index on xa (ma_tinh, ten);',
      right:
        'create table xa (ma char(5) primary key, ma_tinh char(2), ten text);\ncreate index on xa (ma_tinh, ten);',
      source: `${postgresql} § 11.3`,
    }),
    defaultSeverity: 'warning',
    languages: ['sql'],
    messages: {
      same: { vi: 'Thừa: đã có {other} như thế', en: 'Redundant: {other} is the same' },
      leading: {
        vi: 'Thừa: {other} bắt đầu bằng cùng các cột',
        en: 'Redundant: {other} begins with the same columns',
      },
    },
  },
  scope: 'document',
  create: ctx => ({
    document(facts) {
      if (facts.language !== 'sql') return
      for (const table of facts.tables)
        for (const { key, messageId, other } of redundantOf(table))
          ctx.report({ node: key.node, messageId, data: { other: wordsOf(other) } })
    },
  }),
})

/** What PostgreSQL keeps an index for. */
type Key = { readonly node: SqlConstraintNode | SqlStatementNode<SqlIndex>; readonly path: string }

interface Redundant {
  readonly key: Key
  readonly messageId: 'same' | 'leading'
  readonly other: Key
}

function* redundantOf(table: SqlTableFacts): Generator<Redundant> {
  const strongest: Key[] = []
  for (const [first, ...others] of alikeOf(table)) {
    if (first.node.value.rest === '') strongest.push(first)
    for (const key of others) if (isMetBy(key, first)) yield { key, messageId: 'same', other: first }
  }
  // Whatever begins with a text comes right behind it.
  strongest.sort((one, other) => (one.path < other.path ? -1 : 1))
  for (const [index, key] of strongest.entries()) {
    const other = strongest[index + 1]
    if (strengthOf(key) === 0 && other?.path.startsWith(key.path)) yield { key, messageId: 'leading', other }
  }
}

/** Keys over the same columns that say the same else, the strongest first. */
const alikeOf = (table: SqlTableFacts): [Key, ...Key[]][] => {
  const alike = new Map<string, [Key, ...Key[]]>()
  for (const key of keysOf(table).sort((one, other) => strengthOf(other) - strengthOf(one))) {
    const says = JSON.stringify([key.path, key.node.value.rest])
    const keys = alike.get(says)
    if (keys) keys.push(key)
    else alike.set(says, [key])
  }
  return [...alike.values()]
}

/** Of a constraint by `using index` the index is known itself. */
const keysOf = ({ constraints, indexes }: SqlTableFacts): Key[] =>
  [...constraints.filter(({ value }) => value.kind === 'primary-key' || value.kind === 'unique'), ...indexes]
    .filter(({ value }) => value.columns.length > 0)
    .map(node => ({ node, path: node.value.columns.map(name => `${name}\0`).join('') }))

/** An index that keeps nothing unique is 0. */
const strengthOf = ({ node: { value } }: Key): number => {
  if (value.kind === 'primary-key') return 3
  if (value.kind === 'index') return value.isUnique ? 1 : 0
  return 2
}

/** A primary key has no nulls, which are all that others may differ by. */
const isMetBy = (key: Key, strongest: Key): boolean =>
  strengthOf(key) === 0 ||
  strongest.node.value.kind === 'primary-key' ||
  strongest.node.value.isNullEqual === key.node.value.isNullEqual

const wordsOf = ({ node: { value } }: Key): LocalText => {
  const what = kinds[value.kind === 'primary-key' || value.kind === 'unique' ? value.kind : 'index']
  const name = value.name ?? `(${value.columns.map(column => column || '…').join(', ')})`
  return { vi: `${what.vi} ${name}`, en: `${what.en} ${name}` }
}

const kinds = {
  'primary-key': { vi: 'khóa chính', en: 'the primary key' },
  unique: { vi: 'ràng buộc duy nhất', en: 'the unique constraint' },
  index: { vi: 'chỉ mục', en: 'the index' },
} as const
