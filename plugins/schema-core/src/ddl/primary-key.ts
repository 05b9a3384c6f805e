import { defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { postgresql } from '../sources.ts'
import { written } from './catalogue.ts'

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
