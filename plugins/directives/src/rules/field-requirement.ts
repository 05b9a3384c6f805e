import { cited, defineRule, onRecord, pageOf, type Rule, requirementId } from '@lienthong/plugin-sdk'

/** Of the usual series only: codes of directives and standards are written alike. */
const requirement = new RegExp(`(?<![\\p{L}\\p{N}-])(?=(?:REQ|YC|YCCN)-)${requirementId}`, 'u')

export const fieldRequirement: Rule = defineRule({
  meta: {
    title: { vi: 'Trường dữ liệu nêu yêu cầu', en: 'A field names its requirement' },
    docs: pageOf({
      why: {
        vi: 'Trường, định nghĩa hoặc bảng nêu mã yêu cầu mà nó phục vụ, như "(REQ-DC-002)", thì trả lời được vì sao thu thập nó, và yêu cầu đổi thì biết sửa ở đâu. Không bật trong bộ khuyến nghị. Quy tắc xét có mã hay không, chưa xét mã có trong đặc tả.',
        en: 'A field, definition or table that names the requirement it serves, as "(REQ-DC-002)", answers why it is collected, and shows where to change when the requirement does. Not in the recommended set. The rule looks for an id, not yet whether a specification has it.',
      },
      wrong: 'danToc: { type: string, description: Mã dân tộc }',
      right: 'danToc: { type: string, description: Mã dân tộc (REQ-DC-009) }',
      source: cited(['OpenFastTrace `covers`', 'StrictDoc'], onRecord),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    messages: {
      missing: {
        vi: '"{name}" và nơi chứa nó không nêu mã yêu cầu nào',
        en: 'Neither "{name}" nor what holds it names a requirement',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    field(node) {
      const { name, title, description } = node.value
      const { title: entityTitle, description: entityDescription } = node.entity.value
      const texts = [title, description, entityTitle, entityDescription]
      if (texts.some(text => text !== null && requirement.test(text))) return
      ctx.report({ node, at: 'key', messageId: 'missing', data: { name } })
    },
  }),
})
