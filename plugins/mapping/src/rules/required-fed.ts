import { defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { Ends } from '../ends.ts'
import { holdersOf, joined, type KnownFields, partsOf } from '../known-fields.ts'
import { listed } from '../listed.ts'
import { framework } from '../sources.ts'

export const requiredFed: Rule = defineRule({
  meta: {
    title: { vi: 'Trường bắt buộc của đích có nguồn', en: 'Required fields of the target are fed' },
    docs: pageOf({
      why: {
        vi: 'Bản ghi thiếu trường bắt buộc bị đích từ chối. Bảng, định nghĩa hoặc đối tượng nào được ghi thì mọi trường bắt buộc của nó phải có mục ánh xạ, trừ cột mà cơ sở dữ liệu tự điền.',
        en: 'The target refuses records that lack a required field. Of every table, definition or object that is fed, all required fields must be, except columns that the database fills in.',
      },
      wrong: '# hoTen là trường bắt buộc\nfields:\n  - { from: cong_dan.so_cccd, to: soDinhDanhCaNhan }',
      right:
        'fields:\n  - { from: cong_dan.so_cccd, to: soDinhDanhCaNhan }\n  - { from: cong_dan.ho_ten, to: hoTen }',
      source: framework,
    }),
    defaultSeverity: 'error',
    languages: ['json-schema'],
    inputs: ['schemas'],
    messages: {
      unfed: {
        vi: 'Không mục nào ghi trường bắt buộc của đích: {names}',
        en: 'No entry feeds what the target requires: {names}',
      },
    },
  },
  scope: 'unit',
  create: ctx => {
    const ends = new Ends(ctx)
    return {
      mapping(node) {
        const target = ends.target(node)
        if (!target) return
        const fed = new Set(node.entries.flatMap(({ value }) => holdersOf(value.to ?? '')))
        const holders = new Set([...fed].filter(name => target.at(name)).map(name => partsOf(name).container))
        for (const holder of holders) {
          const unfed = demandedIn(target, holder).filter(name => !fed.has(name))
          const data = { names: listed(unfed) }
          if (unfed.length > 0) ctx.report({ node, below: ['target'], at: 'value', messageId: 'unfed', data })
        }
      },
    }
  },
})

/** What a record must have, and nobody else fills in. */
const demandedIn = (target: KnownFields, holder: string): string[] =>
  [...(target.in(holder)?.values() ?? [])]
    .filter(({ isRequired, hasDefault }) => isRequired && !hasDefault)
    .map(({ name }) => joined(holder, name))
