import type { LocalText } from '@lienthong/plugin-sdk'
import { maxDepth } from './depth.ts'

const text = (vi: string, en: string): LocalText => ({ vi, en })

const tooDeep = text(`lồng sâu quá ${maxDepth} cấp`, `nested more than ${maxDepth} levels deep`)

const yaml: Readonly<Record<string, LocalText>> = {
  ALIAS_PROPS: text('bí danh không được có neo hoặc thẻ', 'an alias may not have an anchor or tag'),
  BAD_ALIAS: text('bí danh không hợp lệ hoặc chưa được neo', 'an alias without its anchor'),
  BAD_COLLECTION_TYPE: text('thẻ không hợp với kiểu tập hợp', 'the tag does not suit the collection'),
  BAD_DIRECTIVE: text('chỉ thị % không hợp lệ', 'a bad % directive'),
  BAD_DQ_ESCAPE: text('ký tự thoát \\ không hợp lệ trong dấu ngoặc kép', 'a bad \\ escape in double quotes'),
  BAD_INDENT: text('thụt lề sai', 'wrong indentation'),
  BAD_PROP_ORDER: text('neo hoặc thẻ đặt sai chỗ', 'an anchor or tag in the wrong place'),
  BAD_SCALAR_START: text(
    'giá trị không được bắt đầu bằng ký tự này; hãy đặt trong dấu ngoặc kép',
    'a value may not start with this character: quote it',
  ),
  BLOCK_AS_IMPLICIT_KEY: text(
    'một dòng không được chứa hai cặp khóa và giá trị',
    'two pairs of key and value on one line',
  ),
  BLOCK_IN_FLOW: text('không dùng khối trong dấu ngoặc', 'a block inside brackets'),
  KEY_OVER_1024_CHARS: text('khóa dài hơn 1024 ký tự', 'a key longer than 1024 characters'),
  MISSING_CHAR: text('thiếu ký tự, ví dụ dấu hai chấm, ngoặc hoặc nháy', 'a missing colon, bracket or quote'),
  MULTILINE_IMPLICIT_KEY: text('khóa phải nằm trên một dòng', 'a key must be on one line'),
  MULTIPLE_ANCHORS: text('nhiều neo trên một nút', 'several anchors on one node'),
  MULTIPLE_DOCS: text('tệp chứa nhiều tài liệu YAML', 'several documents in one file'),
  MULTIPLE_TAGS: text('nhiều thẻ trên một nút', 'several tags on one node'),
  NON_STRING_KEY: text('khóa phải là chuỗi', 'a key must be a string'),
  RESOURCE_EXHAUSTION: text('bí danh mở ra quá nhiều nội dung', 'the aliases expand to too much'),
  TAB_AS_INDENT: text('không được thụt lề bằng phím Tab', 'tabs may not indent'),
  TAG_RESOLVE_FAILED: text('không hiểu thẻ', 'an unknown tag'),
  TOO_DEEP: tooDeep,
  UNEXPECTED_TOKEN: text('nội dung không mong đợi ở đây', 'unexpected here'),
}

const json: Readonly<Record<string, LocalText>> = {
  InvalidSymbol: text('từ không hợp lệ', 'an invalid word'),
  InvalidNumberFormat: text('số viết sai', 'a malformed number'),
  PropertyNameExpected: text('thiếu tên thuộc tính', 'a property name is missing'),
  ValueExpected: text('thiếu giá trị', 'a value is missing'),
  ColonExpected: text('thiếu dấu hai chấm', 'a colon is missing'),
  CommaExpected: text('thiếu dấu phẩy', 'a comma is missing'),
  CloseBraceExpected: text('thiếu dấu }', 'a } is missing'),
  CloseBracketExpected: text('thiếu dấu ]', 'a ] is missing'),
  EndOfFileExpected: text('nội dung thừa sau giá trị cuối', 'content after the end'),
  InvalidCommentToken: text('JSON không cho phép chú thích', 'JSON has no comments'),
  UnexpectedEndOfComment: text('chú thích chưa đóng', 'an unclosed comment'),
  UnexpectedEndOfString: text('chuỗi chưa đóng', 'an unclosed string'),
  UnexpectedEndOfNumber: text('số chưa viết xong', 'an unfinished number'),
  InvalidUnicode: text('mã \\u không hợp lệ', 'a bad \\u escape'),
  InvalidEscapeCharacter: text('ký tự thoát \\ không hợp lệ', 'a bad \\ escape'),
  TooDeep: tooDeep,
  InvalidCharacter: text('ký tự không hợp lệ', 'an invalid character'),
}

const near = /^syntax error at or near "(.*)"$/s
const unterminated: Readonly<Record<string, string>> = {
  'quoted string': 'chuỗi chưa đóng nháy',
  'quoted identifier': 'tên chưa đóng nháy kép',
  'dollar-quoted string': 'chuỗi $$ chưa đóng',
  '/* comment': 'chú thích /* chưa đóng',
}

/** What a parser's complaint means, in both languages. `detail` is the parser's own English text. */
export const syntaxMessage = (language: 'yaml' | 'json' | 'sql', code: string, detail: string): LocalText => {
  if (language === 'sql') return sqlMessage(detail)
  const known = (language === 'yaml' ? yaml : json)[code]
  return known ?? text(`không đọc được (${detail || code})`, detail || code)
}

const sqlMessage = (detail: string): LocalText => {
  const token = near.exec(detail)?.[1]
  if (token !== undefined) return text(`lỗi cú pháp ở gần "${token.slice(0, 60)}"`, detail.slice(0, 120))
  if (detail.includes('at end of input'))
    return text('câu lệnh chưa viết xong', 'the statement is unfinished')
  const open = Object.entries(unterminated).find(([what]) => detail.startsWith(`unterminated ${what}`))
  return text(open?.[1] ?? `không đọc được (${detail.slice(0, 120)})`, detail.slice(0, 120))
}
