import type { LocalText } from '@lienthong/plugin-sdk'
import type { DifferenceType } from '../schema/difference.ts'

const text = (vi: string, en: string): LocalText => ({ vi, en })

const openAdded = text(
  'Trường "{name}" được thêm vào nơi trước đây nhận mọi giá trị dưới tên này',
  'The property "{name}" was added where any value of that name was accepted before',
)
const closedAdded = text(
  'Trường "{name}" được thêm, trước đây bị từ chối',
  'The property "{name}" was added, it was refused before',
)
const requiredAdded = text(
  'Trường "{name}" được thêm và bắt buộc',
  'The property "{name}" was added and is required',
)
const restNarrowed = (vi: string, en: string) =>
  text(`${vi} không khai báo nay bị hạn chế`, `${en} that are not declared are restricted now`)
const restExtended = (vi: string, en: string) =>
  text(
    `${vi} không khai báo nay được nhận rộng hơn`,
    `${en} that are not declared are accepted more widely now`,
  )

const rests = (
  subject: 'PROPERTIES' | 'ITEMS',
  vi: string,
  en: string,
): Partial<Record<DifferenceType, LocalText>> => ({
  [`ADDITIONAL_${subject}_REMOVED`]: text(
    `${vi} không khai báo nay bị từ chối`,
    `${en} that are not declared are refused now`,
  ),
  [`ADDITIONAL_${subject}_ADDED`]: text(
    `${vi} không khai báo nay được nhận`,
    `${en} that are not declared are accepted now`,
  ),
  [`ADDITIONAL_${subject}_NARROWED`]: restNarrowed(vi, en),
  [`ADDITIONAL_${subject}_EXTENDED`]: restExtended(vi, en),
  [`UNEVALUATED_${subject}_REMOVED`]: text(
    `${vi} không khai báo nay bị từ chối`,
    `${en} that are not declared are refused now`,
  ),
  [`UNEVALUATED_${subject}_ADDED`]: text(
    `${vi} không khai báo nay được nhận`,
    `${en} that are not declared are accepted now`,
  ),
  [`UNEVALUATED_${subject}_NARROWED`]: restNarrowed(vi, en),
  [`UNEVALUATED_${subject}_EXTENDED`]: restExtended(vi, en),
  [`UNEVALUATED_${subject}_CHANGED`]: text(
    `Phạm vi của ${vi.toLowerCase()} không khai báo có thể đã đổi`,
    `Which ${en.toLowerCase()} count as not declared may have changed`,
  ),
})

/** Of objects and arrays. */
export const objectWords: Partial<Record<DifferenceType, LocalText>> = {
  ...rests('PROPERTIES', 'Trường', 'Properties'),
  ...rests('ITEMS', 'Phần tử', 'Items'),
  OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: openAdded,
  OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL: closedAdded,
  REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: requiredAdded,
  REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL: requiredAdded,
  REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL: requiredAdded,
  REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_UNOPEN_CONTENT_MODEL: requiredAdded,
  PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL: text(
    'Trường "{name}" được khai báo, nhận mọi giá trị như trước',
    'The property "{name}" was declared, any value is accepted as before',
  ),
  PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: text(
    'Trường "{name}" được thêm, nhận mọi giá trị đã được nhận',
    'The property "{name}" was added, it takes all that was accepted',
  ),
  PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: text(
    'Trường "{name}" được thêm, từ chối giá trị đã được nhận',
    'The property "{name}" was added, it refuses values that were accepted',
  ),
  PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL: text(
    'Trường "{name}" bị bỏ, nay mọi giá trị dưới tên này được nhận',
    'The property "{name}" was removed, any value of that name is accepted now',
  ),
  PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL: text(
    'Trường "{name}" bị bỏ, nay bị từ chối',
    'The property "{name}" was removed, it is refused now',
  ),
  PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL: text(
    'Trường "{name}" bị bỏ, trước đây đã bị từ chối',
    'The property "{name}" was removed, it was refused before',
  ),
  PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: text(
    'Trường "{name}" bị bỏ, giá trị cũ vẫn được nhận',
    'The property "{name}" was removed, its values are still accepted',
  ),
  PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: text(
    'Trường "{name}" bị bỏ, giá trị cũ không còn được nhận',
    'The property "{name}" was removed, its values are no longer accepted',
  ),
  REQUIRED_ATTRIBUTE_ADDED: text(
    'Trường "{name}" trở thành bắt buộc',
    'The property "{name}" became required',
  ),
  REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED: text(
    'Trường "{name}" trở thành bắt buộc (có giá trị mặc định)',
    'The property "{name}" became required (it has a default)',
  ),
  REQUIRED_ATTRIBUTE_REMOVED: text(
    'Trường "{name}" không còn bắt buộc',
    'The property "{name}" is no longer required',
  ),
  DEPENDENCY_ARRAY_ADDED: text(
    'Trường "{name}" nay đòi hỏi thêm {to}',
    'The property "{name}" demands {to} now',
  ),
  DEPENDENCY_ARRAY_EXTENDED: text(
    'Trường "{name}" nay đòi hỏi thêm {to}',
    'The property "{name}" demands {to}, too',
  ),
  DEPENDENCY_ARRAY_REMOVED: text(
    'Trường "{name}" không còn đòi hỏi {from}',
    'The property "{name}" no longer demands {from}',
  ),
  DEPENDENCY_ARRAY_NARROWED: text(
    'Trường "{name}" không còn đòi hỏi {from}',
    'The property "{name}" no longer demands {from}',
  ),
  DEPENDENCY_ARRAY_CHANGED: text(
    'Trường "{name}" đòi hỏi {to} thay vì {from}',
    'The property "{name}" demands {to} instead of {from}',
  ),
  DEPENDENCY_SCHEMA_ADDED: text(
    'Khi có trường "{name}" nay phải theo một lược đồ',
    'With the property "{name}" a schema must be followed now',
  ),
  DEPENDENCY_SCHEMA_REMOVED: text(
    'Khi có trường "{name}" không còn phải theo lược đồ',
    'With the property "{name}" no schema must be followed any more',
  ),
  PATTERN_PROPERTY_ADDED: text(
    'Quy định cho tên khớp {name} được thêm',
    'A rule for names that match {name} was added',
  ),
  PATTERN_PROPERTY_REMOVED: text(
    'Quy định cho tên khớp {name} bị bỏ',
    'The rule for names that match {name} was removed',
  ),
  RESERVED_PROPERTY_REMOVED: text(
    'Tên "{name}" không còn được giữ lại',
    'The name "{name}" is no longer reserved',
  ),
  RESERVED_PROPERTY_CONFLICTS_WITH_PROPERTY: text(
    'Tên "{name}" được giữ lại, không được khai báo',
    'The name "{name}" is reserved and must not be declared',
  ),
  UNIQUE_ITEMS_ADDED: text('Các phần tử nay phải khác nhau', 'Items must be unique now'),
  UNIQUE_ITEMS_REMOVED: text('Các phần tử không còn phải khác nhau', 'Items need not be unique any more'),
  ITEM_ADDED_TO_OPEN_CONTENT_MODEL: text(
    'Phần tử thứ {name} nay có quy định, trước đây nhận mọi giá trị',
    'The item {name} has a schema now, any value was accepted before',
  ),
  ITEM_ADDED_TO_CLOSED_CONTENT_MODEL: text(
    'Phần tử thứ {name} nay được nhận',
    'The item {name} is accepted now',
  ),
  ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL: text(
    'Phần tử thứ {name} được khai báo, nhận mọi giá trị như trước',
    'The item {name} was declared, any value is accepted as before',
  ),
  ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: text(
    'Phần tử thứ {name} được khai báo, nhận mọi giá trị đã được nhận',
    'The item {name} was declared, it takes all that was accepted',
  ),
  ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: text(
    'Phần tử thứ {name} nay từ chối giá trị đã được nhận',
    'The item {name} refuses values that were accepted',
  ),
  ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL: text(
    'Phần tử thứ {name} nay nhận mọi giá trị',
    'The item {name} takes any value now',
  ),
  ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL: text(
    'Phần tử thứ {name} nay bị từ chối',
    'The item {name} is refused now',
  ),
  ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL: text(
    'Phần tử thứ {name} bị bỏ, trước đây đã bị từ chối',
    'The item {name} was removed, it was refused before',
  ),
  ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: text(
    'Phần tử thứ {name} bị bỏ, giá trị cũ vẫn được nhận',
    'The item {name} was removed, its values are still accepted',
  ),
  ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: text(
    'Phần tử thứ {name} bị bỏ, giá trị cũ không còn được nhận',
    'The item {name} was removed, its values are no longer accepted',
  ),
}
