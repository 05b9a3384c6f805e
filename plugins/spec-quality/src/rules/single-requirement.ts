import { defineRule, Occurrences, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { bindingIn } from '../text/modals.ts'
import { plain } from '../text/plain.ts'
import { literature } from './sources.ts'

export const singleRequirement: Rule = defineRule({
  meta: {
    title: { vi: 'Mỗi mã một yêu cầu', en: 'One requirement each' },
    docs: pageOf({
      why: {
        vi: 'Hai điều bắt buộc dưới một mã thì không biết trường dữ liệu hay biên bản nghiệm thu dẫn tới điều nào; đạt một nửa cũng không ghi được. Hãy tách thành hai yêu cầu, mỗi yêu cầu một mã.',
        en: 'With two obligations under one id nobody knows which of them a field or a test report points at, and half of it cannot be accepted. Split it, with an id each.',
      },
      wrong: 'YC-001: Hệ thống phải ghi nhật ký và phải báo lỗi trong 5 phút.',
      right: 'YC-001: Hệ thống phải ghi nhật ký.\n\nYC-002: Hệ thống phải báo lỗi trong 5 phút.',
      source: literature('§ 5.2.5 (singular)', 'C5, R18, R19'),
    }),
    defaultSeverity: 'info',
    languages: ['markdown'],
    messages: {
      another: {
        vi: '{id} có thêm một điều bắt buộc: tách thành yêu cầu riêng',
        en: 'Another obligation under {id}: make it a requirement of its own',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    'md.requirement'(node) {
      const [, second] = bindingIn(plain(node.value.text))
      if (!second) return
      const marked = new Occurrences(node.value.text).mark(second.from, second.to)
      ctx.report({ node, at: 'value', ...marked, messageId: 'another', data: { id: node.value.id } })
    },
  }),
})
