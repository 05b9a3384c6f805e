import { defineRule, pageOf, type Rule, type SqlConstraintNode } from '@lienthong/plugin-sdk'
import { postgresql } from '../sources.ts'
import { Catalogue, written, writtenBy } from './catalogue.ts'

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

export const onePrimaryKey: Rule = defineRule({
  meta: {
    title: { vi: 'Bảng chỉ có một khóa chính', en: 'A table has one primary key' },
    docs: pageOf({
      why: {
        vi: 'PostgreSQL dừng kịch bản ở khóa chính thứ hai. Khóa gồm nhiều cột viết một lần cho cả bảng; khóa khác là ràng buộc duy nhất.',
        en: 'PostgreSQL stops the script at the second one. A key of several columns is written once for the table; another key is a unique constraint.',
      },
      wrong: 'create table cong_dan (id bigint primary key, so_dinh_danh char(12) primary key);',
      right: 'create table cong_dan (id bigint primary key, so_dinh_danh char(12) not null unique);',
      source: `${postgresql} § 5.5.4`,
    }),
    defaultSeverity: 'error',
    languages: ['sql'],
    messages: {
      second: { vi: 'Bảng "{name}" đã có khóa chính', en: 'The table "{name}" has a primary key already' },
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
          if (!('constraints' in value) || !value.constraints.some(({ kind }) => kind === 'primary-key'))
            return
          const table = catalogue.table(value.table)
          const keys = table?.constraints.filter(isSurelyKey) ?? []
          for (const node of writtenBy(keys.slice(1), statement))
            if (table && (catalogue.isWhole(table) || keys[0]?.unit === node.unit))
              ctx.report({ node, messageId: 'second', data: { name: written(table.table) } })
        },
      })
    },
  }),
})

/** A column that is added only where it is missing may leave its key away. */
const isSurelyKey = ({ value, parent }: SqlConstraintNode): boolean =>
  value.kind === 'primary-key' &&
  !parent.value.columns.some(({ name, isIfMissing }) => isIfMissing && value.columns.includes(name))
