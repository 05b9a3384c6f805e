import { defineRule, type Fix, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { isSensitive } from '../kinds/kind.ts'
import { bothLists } from '../sources.ts'
import { byEntity, namesOf, type PersonalField, personalFields } from './personal-fields.ts'

const setBasic: Fix = {
  kind: 'insertKey',
  key: 'x-personal-data',
  value: 'basic',
  title: { vi: 'Gắn nhãn dữ liệu cá nhân cơ bản', en: 'Label it as basic personal data' },
}

const isBasic = ({ kind }: PersonalField): boolean => kind?.category.level === 'basic'

export const classification: Rule = defineRule({
  meta: {
    title: { vi: 'Dữ liệu cá nhân được phân loại', en: 'Personal data is classified' },
    docs: pageOf({
      why: {
        vi: 'Mỗi trường chứa dữ liệu cá nhân phải được gắn nhãn cơ bản hoặc nhạy cảm thì nơi nhận mới biết phải xử lý ra sao. Trong JSON Schema ghi `x-personal-data: basic`, `sensitive` hoặc `none` (không phải dữ liệu cá nhân) ở trường, ở định nghĩa hoặc ở gốc cho cả tài liệu; trong SQL ghi bằng lời trong chú thích của cột hoặc bảng: "Dữ liệu cá nhân cơ bản". Lời như vậy trong mô tả của lược đồ cũng được tính. Trường được nhận ra theo tên, tiêu đề, mô tả và định dạng nên có thể nhầm: khi đó ghi `none` hoặc "không phải dữ liệu cá nhân".',
        en: 'Every field that holds personal data is labelled basic or sensitive: who receives it must know how to treat it. In JSON Schema write `x-personal-data: basic`, `sensitive` or `none` (it is no personal data) at the field, at a definition, or at the root for the whole document; in SQL say it in the comment on the column or table: "Basic personal data". Such words count in descriptions of schemas, too. Fields are recognised by name, title, description and format, which may err: write `none` or "not personal data" then.',
      },
      wrong: 'create table cong_dan (so_cccd char(12) primary key, ho_ten varchar(150));',
      right:
        "create table cong_dan (so_cccd char(12) primary key, ho_ten varchar(150));\ncomment on table cong_dan is 'Công dân. Dữ liệu cá nhân cơ bản.';",
      source: bothLists,
    }),
    defaultSeverity: 'info',
    languages: ['json-schema', 'sql'],
    fixable: true,
    messages: {
      one: {
        vi: 'Trường {fields} có vẻ chứa dữ liệu cá nhân ({what}) nhưng chưa gắn nhãn cơ bản hay nhạy cảm',
        en: '{fields} looks like personal data ({what}) and is labelled neither basic nor sensitive',
      },
      several: {
        vi: '{count} trường có vẻ chứa dữ liệu cá nhân nhưng chưa gắn nhãn cơ bản hay nhạy cảm: {fields}',
        en: '{count} fields look like personal data and are labelled neither basic nor sensitive: {fields}',
      },
    },
  },
  scope: 'document',
  create: ctx =>
    personalFields(
      ctx,
      ({ label, kind }) => label === null && kind !== null && !isSensitive(kind),
      unlabelled => {
        for (const [entity, fields] of byEntity(unlabelled)) {
          const [first] = fields
          // One field is marked itself; of several, their entity may say it for all.
          const isOne = fields.length === 1
          ctx.report({
            node: isOne ? first.node : entity,
            at: 'key',
            messageId: isOne ? 'one' : 'several',
            data: { fields: namesOf(fields), count: fields.length, what: first.kind?.category.name ?? '' },
            fixes: entity.language === 'json-schema' && fields.every(isBasic) ? [setBasic] : [],
          })
        }
      },
    ),
})
