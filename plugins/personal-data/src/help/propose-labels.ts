import { type Completion, defineCompletion, type Proposal } from '@lienthong/plugin-sdk'

const labels: readonly Proposal[] = [
  { value: 'basic', about: { vi: 'dữ liệu cá nhân cơ bản', en: 'basic personal data' } },
  { value: 'sensitive', about: { vi: 'dữ liệu cá nhân nhạy cảm', en: 'sensitive personal data' } },
  { value: 'none', about: { vi: 'không phải dữ liệu cá nhân', en: 'no personal data' } },
]

const keywords: readonly Proposal[] = [
  { value: 'x-personal-data', about: { vi: 'phân loại dữ liệu cá nhân', en: 'class of personal data' } },
  { value: 'x-purpose', about: { vi: 'mục đích xử lý dữ liệu cá nhân', en: 'purpose of personal data' } },
  {
    value: 'x-protection',
    about: { vi: 'biện pháp bảo vệ dữ liệu cá nhân', en: 'protection of personal data' },
  },
]

/** Proposes the keywords that label personal data, and the labels. */
export const proposeLabels: Completion = defineCompletion({
  meta: {
    title: { vi: 'Nhãn dữ liệu cá nhân', en: 'Labels of personal data' },
    languages: ['json-schema'],
  },
  create: ctx => ({
    schema(node) {
      ctx.propose({ node, below: ['x-personal-data'], proposals: labels })
      const missing = keywords.filter(({ value }) => !(String(value) in node.value))
      ctx.propose({ node, at: 'keys', proposals: missing })
    },
  }),
})
