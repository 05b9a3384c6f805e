import {
  cited,
  defineRule,
  pageOf,
  Recogniser,
  type Rule,
  type Signs,
  secondary,
} from '@lienthong/plugin-sdk'

const identityCard: Signs = {
  phrases: ['chung minh nhan dan', 'chung minh thu', 'so cmnd', 'cmnd', 'cmtnd', 'cmt'],
  unless: ['cccd', 'cu', 'old'],
}

const district: Signs = {
  phrases: [
    ...[
      'ma quan huyen',
      'ma huyen',
      'ma don vi hanh chinh cap huyen',
      'ma dvhc cap huyen',
      'quan huyen',
      'ten quan huyen',
    ],
    ...['cap huyen', 'huyen', 'district code', 'district id', 'district name', 'district'],
  ],
  unless: ['cu', 'truoc', 'old', 'former', 'historical', 'uy'],
}

const cards = new Recogniser([{ signs: identityCard }])
const districts = new Recogniser([{ signs: district }])

export const oldIdentityCard: Rule = defineRule({
  meta: {
    title: { vi: 'CMND 9 số không được bắt buộc', en: 'The 9-digit identity card may not be required' },
    docs: pageOf({
      why: {
        vi: 'Chứng minh nhân dân 9 số hết giá trị sử dụng sau ngày 31/12/2024. Đặc tả mới không được lấy làm khóa hay trường bắt buộc; chỉ nên giữ như thông tin lịch sử.',
        en: 'The 9-digit identity card ceased to be valid after 31 December 2024. A new specification may not make it a key or require it; keep it as history only.',
      },
      wrong: 'required: [soCmnd]\nproperties:\n  soCmnd: { type: string }',
      right:
        "required: [soDinhDanhCaNhan]\nproperties:\n  soDinhDanhCaNhan: { type: string, pattern: '^[0-9]{12}$' }\n  soCmnd: { type: string }",
      source: cited(['Luật Căn cước 26/2023/QH15, Điều 46'], {
        vi: 'kiến thức chung, chưa kiểm chứng; quy tắc này vì vậy chỉ là cảnh báo',
        en: 'general knowledge, not confirmed; this rule only warns for that reason',
      }),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    messages: {
      required: {
        vi: 'Chứng minh nhân dân 9 số hết giá trị sau 31/12/2024: không bắt buộc trường này, hãy dùng số định danh cá nhân',
        en: 'The 9-digit identity card is not valid after 31 December 2024: do not require it, use the personal identification number',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    field(node) {
      if (node.value.isRequired && cards.kindOf(node.value))
        ctx.report({ node, at: 'key', messageId: 'required' })
    },
  }),
})

export const noDistrict: Rule = defineRule({
  meta: {
    title: { vi: 'Không bắt buộc cấp huyện', en: 'A district may not be required' },
    docs: pageOf({
      why: {
        vi: 'Từ 01/7/2025 chính quyền địa phương có hai cấp: tỉnh và xã. Trường quận, huyện bắt buộc sẽ không điền được; chỉ giữ dưới dạng tùy chọn, có ngày hiệu lực.',
        en: 'Since 1 July 2025 local government has two levels: province and commune. A required district cannot be filled in; keep it optional, with dates of validity.',
      },
      wrong: 'required: [maTinh, maHuyen, maXa]\nproperties:\n  maHuyen: { type: string }',
      right: 'required: [maTinh, maXa]\nproperties:\n  maHuyen: { type: string }',
      source: cited(['202/2025/QH15', 'Luật Tổ chức chính quyền địa phương 2025'], secondary),
    }),
    defaultSeverity: 'warning',
    languages: ['json-schema', 'sql'],
    messages: {
      required: {
        vi: 'Từ 01/7/2025 không còn cấp huyện: không bắt buộc trường này',
        en: 'There are no districts since 1 July 2025: do not require this field',
      },
    },
  },
  scope: 'unit',
  create: ctx => ({
    field(node) {
      if (node.value.isRequired && districts.kindOf(node.value))
        ctx.report({ node, at: 'key', messageId: 'required' })
    },
  }),
})
