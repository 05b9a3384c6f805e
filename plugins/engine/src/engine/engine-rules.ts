import type { RuleSummary } from './plugin-meta.ts'

/** In the place of a plugin's id before the engine's own rules. */
export const engineId = 'lienthong'

const languages = ['json-schema', 'sql', 'markdown'] as const
const about = {
  languages,
  inputs: [],
  isFixable: false,
  optionsSchema: null,
  defaultSeverity: 'warning',
} as const

const form = {
  vi: 'Dạng đúng, ngay trên dòng cần bỏ qua:\n\n```yaml\n# lienthong-disable-next-line schema-core/dialect -- tệp của hệ thống cũ, bỏ trong quý 3\n```',
  en: 'The form, right above the line:\n\n```yaml\n# lienthong-disable-next-line schema-core/dialect -- a file of the old system, gone by autumn\n```',
}

/** What the engine itself demands of suppressions. Not themselves suppressible. */
export const engineRules = {
  reason: {
    ...about,
    id: 'suppression-reason',
    title: { vi: 'Bỏ qua phải có lý do', en: 'A suppression gives its reason' },
    docs: {
      vi: `Bỏ qua một phát hiện mà không nói lý do thì người sau không biết còn cần hay không. Chưa có lý do thì chưa bỏ qua gì.\n\n${form.vi}`,
      en: `Without its reason nobody can tell later whether a suppression is still needed. It suppresses nothing until it has one.\n\n${form.en}`,
    },
  },
  unknown: {
    ...about,
    id: 'suppression-unknown-rule',
    title: { vi: 'Bỏ qua quy tắc có thật', en: 'A suppression names rules that exist' },
    docs: {
      vi: `Tên quy tắc là \`plugin/quy-tắc\` như hiện ở phát hiện; nhiều quy tắc cách nhau bằng dấu phẩy.\n\n${form.vi}`,
      en: `A rule is named \`plugin/rule\`, as its findings show it; several are divided by commas.\n\n${form.en}`,
    },
  },
  unused: {
    ...about,
    id: 'suppression-unused',
    title: { vi: 'Bỏ qua thừa', en: 'Unused suppression' },
    isFixable: true,
    docs: {
      vi: 'Dòng bên dưới không có phát hiện nào của quy tắc này. Xóa đi, kẻo nó che một lỗi sau này.',
      en: 'The rule finds nothing on the line below. Remove it, or it hides a mistake that is made later.',
    },
  },
} satisfies Record<string, RuleSummary>
