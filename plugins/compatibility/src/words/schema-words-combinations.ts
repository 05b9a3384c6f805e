import type { LocalText } from '@lienthong/plugin-sdk'
import type { DifferenceType } from '../schema/difference.ts'

const text = (vi: string, en: string): LocalText => ({ vi, en })

/** Of combinations, conditions and whole schemas. */
export const combinationWords: Partial<Record<DifferenceType, LocalText>> = {
  SCHEMA_ADDED: text('Quy định được thêm', 'A schema was added'),
  SCHEMA_REMOVED: text('Quy định bị bỏ', 'A schema was removed'),
  SUM_TYPE_NARROWED: text('Một phương án bị bỏ', 'An alternative was removed'),
  SUM_TYPE_EXTENDED: text('Một phương án được thêm', 'An alternative was added'),
  COMBINED_TYPE_EXTENDED: text(
    'Các phương án được thêm vào quy định cũ',
    'Alternatives were added to what was demanded',
  ),
  COMBINED_TYPE_CHANGED: text('Cách kết hợp các phương án đã đổi', 'How alternatives are combined changed'),
  COMBINED_TYPE_SUBSCHEMAS_CHANGED: text('Các phương án đã đổi', 'The alternatives changed'),
  NOT_TYPE_EXTENDED: text('Điều bị loại trừ rộng ra', 'More is excluded'),
  NOT_TYPE_NARROWED: text('Điều bị loại trừ hẹp lại', 'Less is excluded'),
  NOT_TYPE_CHANGED: text('Điều bị loại trừ đã đổi', 'Something else is excluded'),
  CONDITIONAL_ADDED: text('Một điều kiện được thêm', 'A condition was added'),
  CONDITIONAL_REMOVED: text('Một điều kiện bị bỏ', 'A condition was removed'),
  CONDITIONAL_IF_CHANGED: text('Điều kiện "if" đã đổi', 'The condition changed'),
  COMPARISON_TOO_LARGE: text('Lược đồ quá lớn để so sánh hết', 'The schemas are too large to compare all'),
}
