import { cited, pageOf, type Rule, unverified } from '@lienthong/plugin-sdk'
import { declaredRule } from './declared.ts'

export const dataClass: Rule = declaredRule({
  title: { vi: 'Phân loại dữ liệu', en: 'The class of the data' },
  docs: pageOf({
    why: {
      vi: 'Dữ liệu được phân loại theo tầm quan trọng (cốt lõi, quan trọng, khác) và theo mức chia sẻ (dùng chung, dùng riêng, mở). Tài liệu nêu ở dòng "Phân loại dữ liệu: quan trọng, dùng chung", ở từ khóa `x-data-class` của gốc lược đồ hoặc trong chú thích DDL. Tùy chọn `{ required: true }` (bộ strict) đòi phải nêu. Tập giá trị chưa được kiểm chứng.',
      en: 'Data is classed by importance (core, important, other) and by sharing (shared, private, open). A document says so in a line "Phân loại dữ liệu: quan trọng, dùng chung" ("Data class: important, shared"), by the keyword `x-data-class` of a schema’s root, or in a comment of DDL. The option `{ required: true }` (the strict set) demands it. The sets of values are not confirmed.',
    },
    wrong: 'Phân loại dữ liệu: mật',
    right: 'Phân loại dữ liệu: quan trọng, dùng chung',
    source: cited(['Điều 13 Luật 60/2024/QH15', '165/2025/NĐ-CP', '20/2025/QĐ-TTg'], unverified),
  }),
  statement: { keyword: 'x-data-class', labels: ['phân loại dữ liệu', 'data class'] },
  groups: [
    ['cot loi', 'quan trong', 'khac', 'core', 'important', 'other'],
    ['dung chung', 'dung rieng', 'mo', 'shared', 'private', 'open'],
  ],
  allowed: {
    vi: 'cốt lõi, quan trọng hoặc khác; dùng chung, dùng riêng hoặc mở',
    en: 'core, important or other; shared, private or open',
  },
})
