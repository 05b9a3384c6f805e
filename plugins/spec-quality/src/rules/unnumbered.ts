import { defineRule, Occurrences, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { blocksOf } from '../text/blocks.ts'
import { idsIn } from '../text/ids.ts'
import { bindingIn } from '../text/modals.ts'
import { plainOf } from '../text/wording.ts'
import { literature } from './sources.ts'

const aboutRequirements = /yêu cầu|requirement/iu

export const unnumbered: Rule = defineRule({
  meta: {
    title: { vi: 'Yêu cầu được đánh số', en: 'Requirements are numbered' },
    docs: pageOf({
      why: {
        vi: 'Câu bắt buộc không có mã thì không dẫn tới được: không trường dữ liệu, biên bản hay kiểm thử nào nối với nó. Chỉ xét các mục có yêu cầu đánh số hoặc có chữ “yêu cầu” trong đề mục.',
        en: 'An obligation without an id cannot be pointed at: no field, report or test is tied to it. Only sections that hold numbered requirements, or say "requirement" in their heading, are looked at.',
      },
      wrong: '# Yêu cầu\n\nHệ thống phải lưu nhật ký.',
      right: '# Yêu cầu\n\nYC-001: Hệ thống phải lưu nhật ký.',
      source: literature('§ 5.2.8 (identification)', 'C12'),
    }),
    defaultSeverity: 'info',
    languages: ['markdown'],
    messages: {
      noId: {
        vi: 'Câu bắt buộc (“{words}”) chưa có mã yêu cầu',
        en: 'An obligation ("{words}") without an id',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    'md.section'(node) {
      const { heading, requirements, text } = node.value
      if (requirements.length === 0 && !(heading && aboutRequirements.test(heading.text))) return
      const occurrences = new Occurrences(text)
      for (const block of blocksOf(plainOf(node))) {
        const beginsWithId = idsIn(block.text.replace(/^(?:\*\*|__)/, '  '))[0]?.from ?? -1
        // What ends in a colon introduces a list.
        if ((beginsWithId >= 0 && beginsWithId <= 2) || /:\s*$/.test(block.text)) continue
        const [first] = bindingIn(block.text)
        if (!first) continue
        const marked = occurrences.mark(block.from + first.from, block.from + first.to)
        ctx.report({ node, ...marked, messageId: 'noId', data: { words: first.words } })
      }
    },
  }),
})
