import type { LocalText } from '@lienthong/plugin-sdk'
import type { Difference, DifferenceType } from '../schema/difference.ts'
import { filled } from './fill.ts'
import { combinationWords } from './schema-words-combinations.ts'
import { objectWords } from './schema-words-objects.ts'

const text = (vi: string, en: string): LocalText => ({ vi, en })

/** What a difference type begins with, and what that is called. */
const subjects: readonly (readonly [string, LocalText])[] = [
  ['MIN_LENGTH', text('Độ dài tối thiểu', 'The minimum length')],
  ['MAX_LENGTH', text('Độ dài tối đa', 'The maximum length')],
  ['MIN_ITEMS', text('Số phần tử tối thiểu', 'The minimum number of items')],
  ['MAX_ITEMS', text('Số phần tử tối đa', 'The maximum number of items')],
  ['MIN_PROPERTIES', text('Số trường tối thiểu', 'The minimum number of properties')],
  ['MAX_PROPERTIES', text('Số trường tối đa', 'The maximum number of properties')],
  ['MIN_CONTAINS', text('Số phần tử phù hợp tối thiểu', 'The minimum number of matching items')],
  ['MAX_CONTAINS', text('Số phần tử phù hợp tối đa', 'The maximum number of matching items')],
  ['EXCLUSIVE_MINIMUM', text('Cận dưới (không kể)', 'The exclusive minimum')],
  ['EXCLUSIVE_MAXIMUM', text('Cận trên (không kể)', 'The exclusive maximum')],
  ['MINIMUM', text('Cận dưới', 'The minimum')],
  ['MAXIMUM', text('Cận trên', 'The maximum')],
  ['MULTIPLE_OF', text('Bội số', 'The multiple')],
  ['PATTERN', text('Mẫu biểu thức', 'The pattern')],
  ['FORMAT', text('Định dạng', 'The format')],
  ['CONTENT_ENCODING', text('Mã hóa nội dung', 'The content encoding')],
  ['CONTENT_MEDIA_TYPE', text('Kiểu nội dung', 'The media type')],
  ['CONTENT_SCHEMA', text('Lược đồ của nội dung', 'The schema of the content')],
  ['REFERENCE', text('Tham chiếu ra ngoài tài liệu', 'The reference to another document')],
  ['TYPE', text('Kiểu', 'The type')],
  ['ENUM_ARRAY', text('Danh sách giá trị', 'The list of values')],
  ['TITLE', text('Tiêu đề', 'The title')],
  ['DESCRIPTION', text('Mô tả', 'The description')],
  ['DEFAULT', text('Giá trị mặc định', 'The default')],
  ['ID', text('Định danh "$id"', 'The identifier "$id"')],
]

const endings: Readonly<Record<string, LocalText>> = {
  ADDED: text('được thêm: {to}', 'was added: {to}'),
  REMOVED: text('đã bỏ: {from}', 'was removed: {from}'),
  INCREASED: text('tăng từ {from} lên {to}', 'went up from {from} to {to}'),
  DECREASED: text('giảm từ {from} xuống {to}', 'went down from {from} to {to}'),
  CHANGED: text('đổi từ {from} thành {to}', 'changed from {from} to {to}'),
  NARROWED: text('hẹp lại: {from} → {to}', 'got narrower: {from} → {to}'),
  EXTENDED: text('rộng ra: {from} → {to}', 'got wider: {from} → {to}'),
  REDUCED: text('đổi từ {from} thành {to}', 'changed from {from} to {to}'),
  EXPANDED: text('đổi từ {from} thành {to}', 'changed from {from} to {to}'),
}

const enumWords: Readonly<Record<string, LocalText>> = {
  ENUM_ARRAY_NARROWED: text(
    'Giá trị không còn được nhận: {from}',
    'Values that are no longer accepted: {from}',
  ),
  ENUM_ARRAY_EXTENDED: text('Giá trị mới được nhận: {to}', 'Values that are newly accepted: {to}'),
  ENUM_ARRAY_CHANGED: text(
    'Danh sách giá trị đổi: bỏ {from}, thêm {to}',
    'The list of values changed: without {from}, with {to}',
  ),
}

/** What a difference is, in words for people. */
export const wordsOf = (difference: Difference): LocalText => filled(patternOf(difference.type), difference)

const patternOf = (type: DifferenceType): LocalText => {
  const own = enumWords[type] ?? objectWords[type] ?? combinationWords[type]
  if (own) return own
  const [subject, name] = subjects.find(([start]) => type.startsWith(`${start}_`)) ?? ['', text(type, type)]
  const ending = endings[type.slice(subject.length + 1)]
  return ending ? text(`${name.vi} ${ending.vi}`, `${name.en} ${ending.en}`) : name
}
