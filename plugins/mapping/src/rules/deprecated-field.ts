import { defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { Ends } from '../ends.ts'

export const deprecatedField: Rule = defineRule({
  meta: {
    title: { vi: 'Không dựa vào trường sắp bỏ', en: 'No field that goes away' },
    docs: pageOf({
      why: {
        vi: 'Trường mà lược đồ ghi `deprecated`, hoặc chú thích cột bắt đầu bằng "Không dùng nữa", sẽ mất ở một phiên bản sau: ánh xạ mới không nên dựa vào nó.',
        en: 'A field that its schema calls `deprecated`, or whose comment begins with "Không dùng nữa" ("Deprecated"), goes away in a later version: a mapping should not rely on it.',
      },
      wrong: '- { from: cong_dan.so_cmnd, to: soDinhDanhCaNhan } # so_cmnd: "Không dùng nữa"',
      right: '- { from: cong_dan.so_cccd, to: soDinhDanhCaNhan }',
      source: 'JSON Schema 2020-12 Validation § 9.3',
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema'],
    inputs: ['schemas'],
    messages: {
      deprecated: { vi: 'Trường "{name}" không dùng nữa', en: 'The field "{name}" is deprecated' },
    },
  },
  scope: 'unit',
  create: ctx => {
    const ends = new Ends(ctx)
    return {
      'mapping.entry'(node) {
        for (const { name, field, below } of ends.fieldsOf(node))
          if (field?.isDeprecated)
            ctx.report({ node, below, at: 'value', messageId: 'deprecated', data: { name } })
      },
    }
  },
})
