import { defineRule, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { ownDemand } from '../sources.ts'
import { byEntity, namesOf, type PersonalField, personalFields, rootSays } from './personal-fields.ts'

export const purpose: Rule = defineRule({
  meta: {
    title: { vi: 'Mục đích xử lý được nêu rõ', en: 'The purpose is stated' },
    docs: pageOf({
      why: {
        vi: 'Dữ liệu cá nhân chỉ được thu thập và dùng cho mục đích đã nêu. Ghi `x-purpose` ở trường, ở định nghĩa hoặc ở gốc; trong SQL ghi "Mục đích: …" trong chú thích của cột hoặc bảng. Quy tắc này chỉ chạy trong bộ `strict`.',
        en: 'Personal data is collected and used for the stated purpose only. Write `x-purpose` at the field, at a definition or at the root; in SQL "Purpose: …" in the comment on the column or table. This rule runs in the `strict` set only.',
      },
      wrong: "comment on table cong_dan is 'Công dân. Dữ liệu cá nhân cơ bản.';",
      right:
        "comment on table cong_dan is 'Công dân. Dữ liệu cá nhân cơ bản. Mục đích: đối soát khi giải quyết thủ tục hành chính.';",
      source: ownDemand,
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    messages: {
      missing: {
        vi: 'Chưa nói dữ liệu cá nhân ở đây ({fields}) dùng vào mục đích gì',
        en: 'It is not said what the personal data here ({fields}) is for',
      },
    },
  },
  scope: 'document',
  create: ctx =>
    personalFields(
      ctx,
      ({ node }) => node.value.personalData.purpose === null,
      (silent, facts) => {
        if (rootSays(facts, 'x-purpose') !== null) return
        for (const [entity, fields] of byEntity(silent))
          ctx.report({ node: entity, at: 'key', messageId: 'missing', data: { fields: namesOf(fields) } })
      },
    ),
})

export const protection: Rule = defineRule({
  meta: {
    title: {
      vi: 'Cách bảo vệ dữ liệu nhạy cảm được nêu rõ',
      en: 'The protection of sensitive data is stated',
    },
    docs: pageOf({
      why: {
        vi: 'Nhãn nhạy cảm mà không nói bảo vệ ra sao (mã hóa, che bớt, chỉ cấp khi có căn cứ…) thì mỗi nơi làm một kiểu. Ghi `x-protection` ở trường, ở định nghĩa hoặc ở gốc; trong SQL ghi "Bảo vệ: …" trong chú thích của cột hoặc bảng.',
        en: 'A label that says sensitive without saying how it is protected (encrypted, masked, handed out on legal grounds only …) leaves that to everybody. Write `x-protection` at the field, at a definition or at the root; in SQL "Protection: …" in the comment on the column or table.',
      },
      wrong: 'properties:\n  tonGiao: { type: string, x-personal-data: sensitive }',
      right:
        'properties:\n  tonGiao:\n    type: string\n    x-personal-data: sensitive\n    x-protection: Chỉ cung cấp khi có căn cứ pháp lý riêng',
      source: ownDemand,
    }),
    defaultSeverity: 'info',
    languages: ['json-schema', 'sql'],
    messages: {
      missing: {
        vi: 'Chưa nói dữ liệu nhạy cảm ({fields}) được bảo vệ ra sao',
        en: 'It is not said how the sensitive data ({fields}) is protected',
      },
    },
  },
  scope: 'document',
  create: ctx =>
    personalFields(
      ctx,
      ({ node, label }) => label !== 'basic' && node.value.personalData.protection === null,
      (found, facts) => {
        if (rootSays(facts, 'x-protection') !== null) return
        const silent = found.filter(({ label }) => label === 'sensitive')
        for (const { node } of silent.filter(field => !isOfMany(field)))
          ctx.report({ node, at: 'key', messageId: 'missing', data: { fields: node.value.name } })
        for (const [entity, fields] of byEntity(silent.filter(isOfMany)))
          ctx.report({ node: entity, at: 'key', messageId: 'missing', data: { fields: namesOf(fields) } })
      },
    ),
})

/** The label is said of everything around the field. */
const isOfMany = ({ node }: PersonalField): boolean =>
  node.entity.value.personalData.label === 'sensitive' || node.value.personalData.label === null
