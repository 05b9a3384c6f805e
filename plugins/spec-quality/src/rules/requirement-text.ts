import { defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { literature } from './sources.ts'

export const requirementText: Rule = defineRule({
  meta: {
    title: { vi: 'Mã yêu cầu có nội dung', en: 'Requirements say something' },
    docs: pageOf({
      why: {
        vi: 'Mã không có nội dung vẫn được dẫn tới và tính vào tỷ lệ bao phủ. Yêu cầu đã bỏ thì giữ mã và ghi “(đã bỏ)” kèm lý do, để số không dùng lại.',
        en: 'An id without a text is still pointed at and counted as covered. Keep the id of a withdrawn requirement and write "(withdrawn)" with the reason, so that its number is not used again.',
      },
      wrong: 'YC-007:',
      right: 'YC-007: (đã bỏ, thay bằng YC-012)',
      source: literature('§ 5.2.5 (complete)', 'C4; Doorstop "empty text"'),
    }),
    defaultSeverity: 'warning',
    languages: ['markdown'],
    messages: { empty: { vi: '{id} chưa có nội dung', en: '{id} has no text' } },
  },
  scope: 'unit',
  create: ctx => ({
    'md.requirement'(node) {
      if (/[\p{L}\p{N}]/u.test(node.value.text)) return
      ctx.report({ node, at: 'key', messageId: 'empty', data: { id: node.value.id } })
    },
  }),
})
