import type { LocalText } from '@lienthong/plugin-sdk'
import type { DdlDifference, DdlDifferenceType } from '../ddl/difference.ts'
import { filled } from './fill.ts'

const text = (vi: string, en: string): LocalText => ({ vi, en })

const words: Readonly<Record<DdlDifferenceType, LocalText>> = {
  TABLE_ADDED: text('Bảng "{name}" được thêm', 'The table "{name}" was added'),
  TABLE_REMOVED: text('Bảng "{name}" bị bỏ', 'The table "{name}" was removed'),
  TABLE_RENAMED: text('Bảng "{name}" đổi tên thành "{to}"', 'The table "{name}" was renamed to "{to}"'),
  TABLE_CHANGED: text(
    'Bảng "{name}" được khai báo khác (phân vùng, kế thừa, tùy chọn…)',
    'The table "{name}" is declared in another way (partitions, inheritance, options…)',
  ),
  COLUMN_ADDED: text('Cột "{name}" được thêm', 'The column "{name}" was added'),
  COLUMN_REQUIRED_ADDED: text(
    'Cột "{name}" được thêm, bắt buộc và không có mặc định',
    'The column "{name}" was added, not null and without a default',
  ),
  COLUMN_REMOVED: text('Cột "{name}" bị bỏ', 'The column "{name}" was removed'),
  COLUMN_RENAMED: text('Cột "{name}" đổi tên thành "{to}"', 'The column "{name}" was renamed to "{to}"'),
  COLUMN_CHANGED: text(
    'Cột "{name}" được khai báo khác, không so sánh được',
    'The column "{name}" is declared in another way that cannot be compared',
  ),
  COLUMN_TYPE_NARROWED: text(
    'Kiểu của "{name}" hẹp lại: {from} → {to}',
    'The type of "{name}" got narrower: {from} → {to}',
  ),
  COLUMN_TYPE_WIDENED: text(
    'Kiểu của "{name}" rộng ra: {from} → {to}',
    'The type of "{name}" got wider: {from} → {to}',
  ),
  COLUMN_TYPE_CHANGED: text(
    'Kiểu của "{name}" đổi từ {from} thành {to}',
    'The type of "{name}" changed from {from} to {to}',
  ),
  NOT_NULL_ADDED: text('"{name}" trở thành bắt buộc', '"{name}" became not null'),
  NOT_NULL_REMOVED: text('"{name}" không còn bắt buộc', '"{name}" may be null now'),
  DEFAULT_ADDED: text('Cột "{name}" có giá trị mặc định', 'The column "{name}" got a default'),
  DEFAULT_REMOVED: text('Cột "{name}" mất giá trị mặc định', 'The column "{name}" lost its default'),
  DEFAULT_CHANGED: text('Giá trị mặc định của "{name}" đã đổi', 'The default of "{name}" changed'),
  GENERATED_ADDED: text(
    'Giá trị của "{name}" nay do cơ sở dữ liệu sinh ra',
    'The database generates the values of "{name}" now',
  ),
  GENERATED_REMOVED: text(
    'Giá trị của "{name}" không còn do cơ sở dữ liệu sinh ra',
    'The database does not generate the values of "{name}" any more',
  ),
  GENERATED_CHANGED: text(
    'Cách sinh giá trị của "{name}" đã đổi',
    'The values of "{name}" are generated in another way',
  ),
  COLLATION_CHANGED: text(
    'Quy tắc sắp xếp của "{name}" đổi từ {from} thành {to}',
    'The collation of "{name}" changed from {from} to {to}',
  ),
  PRIMARY_KEY_ADDED: text(
    'Bảng "{name}" có khóa chính ({to})',
    'The table "{name}" got a primary key ({to})',
  ),
  PRIMARY_KEY_REMOVED: text(
    'Bảng "{name}" mất khóa chính ({from})',
    'The table "{name}" lost its primary key ({from})',
  ),
  PRIMARY_KEY_CHANGED: text(
    'Khóa chính của "{name}" đổi từ ({from}) thành ({to})',
    'The primary key of "{name}" changed from ({from}) to ({to})',
  ),
  FOREIGN_KEY_ADDED: text('Bảng "{name}" có khóa ngoại {to}', 'The table "{name}" got a foreign key {to}'),
  FOREIGN_KEY_REMOVED: text(
    'Bảng "{name}" mất khóa ngoại {from}',
    'The table "{name}" lost the foreign key {from}',
  ),
  FOREIGN_KEY_CHANGED: text(
    'Khóa ngoại của "{name}" đổi: {from} thành {to}',
    'A foreign key of "{name}" changed: {from} to {to}',
  ),
  UNIQUE_ADDED: text('({to}) của "{name}" nay phải duy nhất', '({to}) of "{name}" must be unique now'),
  UNIQUE_REMOVED: text(
    '({from}) của "{name}" không còn phải duy nhất',
    '({from}) of "{name}" need not be unique any more',
  ),
  UNIQUE_CHANGED: text(
    'Ràng buộc duy nhất của "{name}" đổi: ({from}) thành ({to})',
    'What is unique in "{name}" changed: ({from}) to ({to})',
  ),
  CHECK_ADDED: text('"{name}" có ràng buộc {to}', '"{name}" got the check {to}'),
  CHECK_REMOVED: text('"{name}" mất ràng buộc {from}', '"{name}" lost the check {from}'),
  CHECK_CHANGED: text(
    'Ràng buộc của "{name}" đổi: {from} thành {to}',
    'A check of "{name}" changed: {from} to {to}',
  ),
  EXCLUDE_ADDED: text('"{name}" có ràng buộc loại trừ ({to})', '"{name}" got an exclusion constraint ({to})'),
  EXCLUDE_REMOVED: text(
    '"{name}" mất ràng buộc loại trừ ({from})',
    '"{name}" lost the exclusion constraint ({from})',
  ),
  EXCLUDE_CHANGED: text(
    'Ràng buộc loại trừ của "{name}" đổi: ({from}) thành ({to})',
    'An exclusion constraint of "{name}" changed: ({from}) to ({to})',
  ),
  INDEX_ADDED: text('Bảng "{name}" có chỉ mục ({to})', 'The table "{name}" got an index ({to})'),
  INDEX_REMOVED: text('Bảng "{name}" mất chỉ mục ({from})', 'The table "{name}" lost the index ({from})'),
  ENUM_VALUE_ADDED: text('Kiểu "{name}" có thêm giá trị {to}', 'The type "{name}" got the values {to}'),
  ENUM_VALUE_REMOVED: text('Kiểu "{name}" mất giá trị {from}', 'The type "{name}" lost the values {from}'),
  ENUM_ORDER_CHANGED: text(
    'Thứ tự giá trị của "{name}" đã đổi',
    'The values of "{name}" are in another order',
  ),
  TYPE_ADDED: text('Kiểu "{name}" được thêm', 'The type "{name}" was added'),
  TYPE_REMOVED: text('Kiểu "{name}" bị bỏ', 'The type "{name}" was removed'),
  TYPE_CHANGED: text(
    'Kiểu "{name}" đổi từ {from} thành {to}',
    'The type "{name}" changed from {from} to {to}',
  ),
  TYPE_NARROWED: text(
    'Kiểu "{name}" hẹp lại: {from} → {to}',
    'The type "{name}" got narrower: {from} → {to}',
  ),
  TYPE_WIDENED: text('Kiểu "{name}" rộng ra: {from} → {to}', 'The type "{name}" got wider: {from} → {to}'),
  ATTRIBUTE_ADDED: text('Thuộc tính "{name}" được thêm', 'The attribute "{name}" was added'),
  ATTRIBUTE_REMOVED: text('Thuộc tính "{name}" bị bỏ', 'The attribute "{name}" was removed'),
  ATTRIBUTE_CHANGED: text(
    'Thuộc tính "{name}" đổi từ {from} thành {to}',
    'The attribute "{name}" changed from {from} to {to}',
  ),
  VIEW_ADDED: text('Khung nhìn "{name}" được thêm', 'The view "{name}" was added'),
  VIEW_REMOVED: text('Khung nhìn "{name}" bị bỏ', 'The view "{name}" was removed'),
  VIEW_CHANGED: text(
    'Khung nhìn "{name}" đọc {to} thay vì {from}',
    'The view "{name}" reads {to} instead of {from}',
  ),
  VIEW_QUERY_CHANGED: text(
    'Câu truy vấn của khung nhìn "{name}" đã đổi',
    'The query of the view "{name}" changed',
  ),
  VIEW_COLUMN_ADDED: text('Khung nhìn "{name}" có thêm cột {to}', 'The view "{name}" got the columns {to}'),
  VIEW_COLUMN_REMOVED: text(
    'Khung nhìn "{name}" mất cột {from}',
    'The view "{name}" lost the columns {from}',
  ),
  STATEMENT_NOT_COMPARABLE: text(
    'Không so sánh được câu lệnh "{name}"',
    'The statement "{name}" cannot be compared',
  ),
  COMMENT_CHANGED: text('Chú thích của "{name}" đã đổi', 'The comment on "{name}" changed'),
}

/** What a difference is, in words for people. */
export const ddlWordsOf = (difference: DdlDifference): LocalText => filled(words[difference.type], difference)
