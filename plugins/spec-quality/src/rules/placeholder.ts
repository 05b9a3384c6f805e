import { defineRule, Occurrences, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { Phrases } from '../text/phrases.ts'
import { plainOf } from '../text/wording.ts'
import { literature } from './sources.ts'

const phrases = new Phrases([
  ...[
    'sẽ bổ sung',
    'sẽ được bổ sung',
    'chờ bổ sung',
    'sẽ xác định sau',
    'sẽ được xác định sau',
    'sẽ quy định sau',
  ],
  ...['to be defined', 'to be determined', 'to be confirmed', 'to be decided', 'to be added', 'lorem ipsum'],
])

/** In capitals only: in small letters they may be words. */
const marks = /(?<![\p{L}\p{N}])(?:TODO|TBD|TBC|TBA|FIXME)(?![\p{L}\p{N}])|\?{3,}/gu

export const placeholder: Rule = defineRule({
  meta: {
    title: { vi: 'Không còn chỗ để tạm', en: 'No placeholders are left' },
    docs: pageOf({
      why: {
        vi: 'Chỗ “sẽ bổ sung” trong bản được duyệt là điều chưa ai quyết; đến khi làm thì mỗi bên tự quyết. Hãy viết cho xong, hoặc chuyển thành mục trong “Việc còn mở”.',
        en: '"To be defined" in an approved text is what nobody has decided; when it is built, everybody decides alone. Write it out, or list it among the open issues.',
      },
      wrong: 'YC-001: Hệ thống phải phản hồi trong TBD giây.',
      right: 'YC-001: Hệ thống phải phản hồi trong 2 giây.',
      source: literature('§ 5.2.5 (complete)', 'C4'),
    }),
    defaultSeverity: 'warning',
    languages: ['markdown'],
    messages: {
      left: { vi: 'Còn để tạm: “{words}”', en: 'A placeholder is left: "{words}"' },
    },
  },
  scope: 'unit',
  create: ctx => ({
    'md.section'(node) {
      const text = plainOf(node)
      const marked = [...text.matchAll(marks)].map(({ 0: words, index }) => ({
        words,
        from: index,
        to: index + words.length,
      }))
      const occurrences = new Occurrences(node.value.text)
      for (const { words, from, to } of [...phrases.in(text), ...marked])
        ctx.report({ node, ...occurrences.mark(from, to), messageId: 'left', data: { words } })
    },
  }),
})
