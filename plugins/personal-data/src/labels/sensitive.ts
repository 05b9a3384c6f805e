import {
  defineRule,
  type LocalText,
  pageOf,
  type Report,
  type Rule,
  type RuleContext,
  schemaOf,
} from '@lienthong/plugin-sdk'
import { isSensitive } from '../kinds/kind.ts'
import { sensitiveList } from '../sources.ts'
import { type PersonalField, personalFields } from './personal-fields.ts'

const title: LocalText = {
  vi: 'Gắn nhãn dữ liệu cá nhân nhạy cảm',
  en: 'Label it as sensitive personal data',
}

/** Where the label stands or should stand, and the fix that puts the right one there. DDL says it in a comment, which may stand anywhere. */
function placeOf(ctx: RuleContext, { node }: PersonalField): Omit<Report, 'messageId'> {
  if (node.language === 'sql') return { node, at: 'key' }
  return schemaOf(ctx, node)?.['x-personal-data'] !== undefined
    ? {
        node,
        below: ['x-personal-data'],
        at: 'value',
        fixes: [{ kind: 'setValue', value: 'sensitive', title }],
      }
    : { node, at: 'key', fixes: [{ kind: 'insertKey', key: 'x-personal-data', value: 'sensitive', title }] }
}

export const sensitiveClassification: Rule = defineRule({
  meta: {
    title: { vi: 'Dữ liệu nhạy cảm được phân loại', en: 'Sensitive data is classified' },
    docs: pageOf({
      why: {
        vi: 'Dữ liệu cá nhân nhạy cảm bị lộ thì ảnh hưởng trực tiếp tới quyền lợi của người có dữ liệu, nên được bảo vệ chặt hơn. Trường không gắn nhãn sẽ được đối xử như mọi trường khác.',
        en: 'When sensitive personal data leaks, it directly harms the person, so it is protected more strictly. A field without a label is treated like any other.',
      },
      wrong: 'properties:\n  tonGiao: { type: string }',
      right: 'properties:\n  tonGiao: { type: string, x-personal-data: sensitive }',
      source: sensitiveList,
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    fixable: true,
    messages: {
      unlabelled: {
        vi: '"{name}" có vẻ chứa dữ liệu cá nhân nhạy cảm ({what}) nhưng chưa gắn nhãn',
        en: '"{name}" looks like sensitive personal data ({what}) and has no label',
      },
    },
  },
  scope: 'document',
  create: ctx =>
    personalFields(
      ctx,
      ({ label, kind }) => label === null && kind !== null && isSensitive(kind),
      found => {
        for (const field of found) {
          if (field.label !== null) continue
          const data = { name: field.node.value.name, what: field.kind?.category.name ?? '' }
          ctx.report({ ...placeOf(ctx, field), messageId: 'unlabelled', data })
        }
      },
    ),
})

export const sensitiveAsBasic: Rule = defineRule({
  meta: {
    title: { vi: 'Dữ liệu nhạy cảm không gắn nhãn cơ bản', en: 'Sensitive data is not labelled basic' },
    docs: pageOf({
      why: {
        vi: 'Nghị định liệt kê rõ loại dữ liệu nào là nhạy cảm; gắn nhãn cơ bản thì nơi nhận áp dụng sai mức bảo vệ. Nhãn của bảng, của định nghĩa hay của cả tài liệu cũng được tính: trường nhạy cảm bên trong phải tự ghi nhãn. Nếu trường không chứa dữ liệu cá nhân thì ghi `none`.',
        en: 'The decree lists what is sensitive; a label that says basic makes receivers protect it too little. The label of a table, a definition or the whole document counts, too: a sensitive field inside says its own. Where a field holds no personal data at all, say `none`.',
      },
      wrong: 'x-personal-data: basic\nproperties:\n  hoTen: { type: string }\n  nhomMau: { type: string }',
      right:
        'x-personal-data: basic\nproperties:\n  hoTen: { type: string }\n  nhomMau: { type: string, x-personal-data: sensitive }',
      source: sensitiveList,
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    fixable: true,
    messages: {
      basic: {
        vi: '"{name}" có vẻ chứa dữ liệu cá nhân nhạy cảm ({what}) nhưng đang mang nhãn cơ bản',
        en: '"{name}" looks like sensitive personal data ({what}) and is labelled basic',
      },
    },
  },
  scope: 'document',
  create: ctx =>
    personalFields(
      ctx,
      ({ label, kind }) => label !== 'sensitive' && kind !== null && isSensitive(kind),
      found => {
        for (const field of found) {
          if (field.label !== 'basic') continue
          const data = { name: field.node.value.name, what: field.kind?.category.name ?? '' }
          ctx.report({ ...placeOf(ctx, field), messageId: 'basic', data })
        }
      },
    ),
})
