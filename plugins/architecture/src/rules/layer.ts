import { cited, copyOfOfficialText, pageOf, type Rule } from '@lienthong/plugin-sdk'
import { declaredRule } from './declared.ts'

export const layer: Rule = declaredRule({
  title: { vi: 'Lớp kiến trúc theo khung', en: 'A layer of the framework' },
  docs: pageOf({
    why: {
      vi: 'Khung kiến trúc tổng thể quốc gia số (1425/QĐ-TTg) có bốn lớp; thành phần nêu lớp của mình ở dòng "Lớp kiến trúc: Lớp 2", ở từ khóa `x-layer` của gốc lược đồ hoặc trong chú thích DDL. Giá trị khác là nhầm, hoặc theo khung cũ. Tùy chọn `{ required: true }` (bộ strict) đòi phải nêu.',
      en: 'The national digital architecture framework (1425/QĐ-TTg) has four layers; a component states its own in a line "Lớp kiến trúc: Lớp 2" ("Layer: 2"), by the keyword `x-layer` of a schema’s root, or in a comment of DDL. Anything else is a mistake, or of an older framework. The option `{ required: true }` (the strict set) demands it.',
    },
    wrong: 'Lớp kiến trúc: Lớp 5',
    right: 'Lớp kiến trúc: Lớp 2',
    source: cited(['1425/QĐ-TTg'], copyOfOfficialText),
  }),
  statement: { keyword: 'x-layer', labels: ['lớp kiến trúc', 'layer'] },
  groups: [
    [
      ...['1', 'lop 1', 'layer 1', 'lop 1 ha tang so va an ninh mang dung chung'],
      ...['2', 'lop 2', 'layer 2', 'lop 2 du lieu va nen tang loi'],
      ...['3', 'lop 3', 'layer 3', 'lop 3 ung dung va nghiep vu dung chung'],
      ...['4', 'lop 4', 'layer 4', 'lop 4 kenh tuong tac va do luong hieu qua'],
    ],
  ],
  allowed: {
    vi: 'Lớp 1 (hạ tầng số và an ninh mạng dùng chung), Lớp 2 (dữ liệu và nền tảng lõi), Lớp 3 (ứng dụng và nghiệp vụ dùng chung), Lớp 4 (kênh tương tác và đo lường hiệu quả)',
    en: 'layer 1 (shared digital infrastructure and network security), 2 (data and core platforms), 3 (shared applications), 4 (channels and measurement)',
  },
})
