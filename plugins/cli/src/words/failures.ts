import type { LocalText } from '@lienthong/plugin-sdk'
import type { FailureCode } from '../failure.ts'

/** What each refusal says. */
export const failures: Readonly<Record<FailureCode, LocalText>> = {
  USAGE_WRONG: { vi: 'Lệnh không đúng: {detail}', en: 'The command is not right: {detail}' },
  COMMAND_UNKNOWN: {
    vi: 'Không có lệnh "{name}". Xem "lienthong --help".',
    en: 'There is no command "{name}". See "lienthong --help".',
  },
  OPTION_UNKNOWN: {
    vi: 'Không có tùy chọn "{name}". Xem "lienthong --help".',
    en: 'There is no option "{name}". See "lienthong --help".',
  },
  ARGUMENT_MISSING: { vi: 'Thiếu "{name}".', en: '"{name}" is missing.' },
  ARGUMENT_UNEXPECTED: { vi: 'Thừa tham số: {detail}', en: 'Too many arguments: {detail}' },
  FILES_NOT_FOUND: { vi: 'Không tìm thấy tệp nào: {patterns}', en: 'No file found: {patterns}' },
  FILE_UNREADABLE: { vi: 'Không đọc được {file} ({reason}).', en: '{file} cannot be read ({reason}).' },
  DOCUMENT_NAME_INVALID: {
    vi: '"{name}" không phải là tên tài liệu: cần mã cơ sở dữ liệu, "/" và đường dẫn, ví dụ dan-cu/cong-dan.schema.yaml.',
    en: '"{name}" names no document: expected the code of its database, "/" and its path, e.g. dan-cu/cong-dan.schema.yaml.',
  },
  FORMAT_UNKNOWN: {
    vi: 'Không rõ định dạng của {file}: cần .yaml, .yml, .json, .sql hoặc .md.',
    en: 'The format of {file} is not known: expected .yaml, .yml, .json, .sql or .md.',
  },
  CHECKER_GONE: {
    vi: 'Bộ kiểm tra đã dừng giữa chừng ({reason}): có thể một tệp quá lớn. Chưa có kết quả nào.',
    en: 'The checker ended before it was done ({reason}): a file may be too large. There is no result.',
  },
  CONFIG_INVALID: { vi: '{place}: cấu hình không hợp lệ: {detail}', en: '{place}: not valid: {detail}' },
  CONFIG_KEY_UNKNOWN: {
    vi: '{place}: cấu hình không có khóa "{key}".{guess}',
    en: '{place}: there is no key "{key}" in a configuration.{guess}',
  },
  CONFIG_MISSING: {
    vi: 'Không có {file} trong {folder} hay thư mục nào bên trên.',
    en: 'There is no {file} in {folder} or above it.',
  },
  INPUTS_INVALID: {
    vi: '{file} không có nội dung như "lienthong inputs pull" ghi (ở {path}).',
    en: '{file} does not hold what "lienthong inputs pull" writes (at {path}).',
  },
  DATABASE_UNKNOWN: {
    vi: '{place}: {file} (dữ liệu ngày {day}) không có cơ sở dữ liệu "{database}".{guess} Nếu mã này mới có: "lienthong inputs pull".',
    en: '{place}: {file} (as of {day}) has no database "{database}".{guess} If it is newer than that: "lienthong inputs pull".',
  },
  RULE_UNKNOWN: {
    vi: '{place}: không có quy tắc "{rule}" trong các plugin đang dùng.{guess}',
    en: '{place}: the plugins in use have no rule "{rule}".{guess}',
  },
  RULE_OPTIONS_INVALID: {
    vi: '{place}: tùy chọn của {rule} không đúng lược đồ của quy tắc: {path} vi phạm "{keyword}".',
    en: '{place}: the options of {rule} do not fit its schema: {path} breaks "{keyword}".',
  },
  PLUGIN_UNKNOWN: {
    vi: '{place}: sản phẩm không có bộ quy tắc "{plugin}"; thư mục plugin viết là "./{plugin}".{guess}',
    en: '{place}: the product has no rule set "{plugin}"; a folder is written "./{plugin}".{guess}',
  },
  PLUGIN_NAME_INVALID: {
    vi: '"{name}" không phải tên plugin: cần dạng my-rules hoặc my-rules@1.2.0.',
    en: '"{name}" is no name of a plugin: expected my-rules or my-rules@1.2.0.',
  },
  PLUGIN_TWICE: { vi: '{place}: {plugin} được dùng hai lần.', en: '{place}: {plugin} is used twice.' },
  PLUGIN_HASH_WRONG: {
    vi: 'Mã của {plugin} trong {folder} không khớp sha256 trong plugin.json.',
    en: 'The code of {plugin} in {folder} does not match the sha256 in its plugin.json.',
  },
  SET_INVALID: {
    vi: 'Bộ {set} của plugin {plugin} nhắc đến quy tắc không có: "{rule}".{guess}',
    en: 'The set {set} of the plugin {plugin} names a rule that it does not have: "{rule}".{guess}',
  },
  LOCK_INVALID: {
    vi: '{file} không đọc được. Tạo lại bằng "lienthong plugin lock".',
    en: '{file} does not have the expected content. Make it anew with "lienthong plugin lock".',
  },
  PLUGIN_NOT_LOCKED: {
    vi: '{file} chưa có plugin {plugin}. Nếu đúng ý bạn: "lienthong plugin lock".',
    en: 'The plugin {plugin} is not in {file}. If it is meant to be: "lienthong plugin lock".',
  },
  PLUGIN_CHANGED: {
    vi: 'Plugin {plugin} {version} không còn là nội dung đã ghi trong {file} (phiên bản {locked}). Nếu đúng ý bạn: "lienthong plugin lock".',
    en: 'The plugin {plugin} {version} is not the content that {file} holds (version {locked}). If it is meant to be: "lienthong plugin lock".',
  },
  NAME_INVALID: {
    vi: '"{name}" không dùng làm tên được: chữ thường a–z, số và dấu gạch ngang, bắt đầu bằng chữ, 2–64 ký tự.',
    en: '"{name}" cannot be a name: lower case a–z, digits and hyphens, a letter first, 2–64 characters.',
  },
  FOLDER_TAKEN: {
    vi: 'Đã có {folder}, và đó không phải thư mục rỗng.',
    en: '{folder} is there already, and no empty folder.',
  },
  FOLDER_NOT_A_PLUGIN: {
    vi: '{folder} không phải thư mục plugin: thiếu {file}.',
    en: '{folder} is not a plugin: it has no {file}.',
  },
  MANIFEST_INVALID: { vi: '{file} không hợp lệ: {detail}', en: '{file} is not valid: {detail}' },
  CODE_INVALID: {
    vi: 'Mã của plugin không chạy được: {detail}',
    en: 'The code of the plugin does not run: {detail}',
  },
  CODE_TOO_LARGE: {
    vi: 'Plugin dài {length} ký tự sau khi đóng gói, tối đa {max}.',
    en: 'The plugin has {length} characters when packed, at most {max} are taken.',
  },
  CASES_MISSING: {
    vi: 'Không có ca kiểm thử nào trong {folder}: viết một tệp *.cases.ts.',
    en: 'There are no cases in {folder}: write a *.cases.ts file.',
  },
  CASES_INVALID: { vi: '{file} không hợp lệ: {detail}', en: '{file} is not valid: {detail}' },
  SERVER_MISSING: {
    vi: 'Chưa biết máy chủ: dùng --server, LIENTHONG_SERVER hoặc "lienthong login".',
    en: 'No server is given: use --server, LIENTHONG_SERVER or "lienthong login".',
  },
  SERVER_INVALID: {
    vi: '"{url}" không phải địa chỉ máy chủ: cần http:// hoặc https://.',
    en: '"{url}" is not the address of a server: it begins with http:// or https://.',
  },
  TOKEN_MISSING: {
    vi: 'Chưa có mã truy cập: dùng --token, LIENTHONG_TOKEN hoặc "lienthong login".',
    en: 'No token is given: use --token, LIENTHONG_TOKEN or "lienthong login".',
  },
  SERVER_OTHER: {
    vi: 'Thư mục này liên kết với {server}, không phải {named}.',
    en: 'This folder is linked to {server}, not to {named}.',
  },
  ADDRESS_INVALID: {
    vi: '"{address}" không phải địa chỉ tài liệu: cần <cơ sở dữ liệu> hoặc <cơ sở dữ liệu>/<tài liệu>.',
    en: '"{address}" is not the address of a document: expected <database> or <database>/<document>.',
  },
  WORKSPACE_MISSING: {
    vi: 'Thư mục {folder} chưa liên kết với tài liệu nào. Bắt đầu bằng "lienthong pull <cơ sở dữ liệu>".',
    en: 'The folder {folder} is not linked to documents yet. Begin with "lienthong pull <database>".',
  },
  WORKSPACE_INVALID: {
    vi: '{file} không đọc được: nội dung không đúng dạng. Hãy khôi phục hoặc xóa tệp này rồi pull lại.',
    en: '{file} does not have the expected content. Restore it, or delete it and pull again.',
  },
  WORKSPACE_OTHER_DATABASE: {
    vi: 'Thư mục {folder} đã liên kết với cơ sở dữ liệu {database}.',
    en: 'The folder {folder} is linked to the database {database} already.',
  },
  FILE_NOT_TEXT: {
    vi: '{file} không phải văn bản UTF-8. Hãy lưu lại bằng UTF-8.',
    en: '{file} is not text in UTF-8. Save it as UTF-8 first.',
  },
  FILE_OUTSIDE: {
    vi: '{file} không phải một tệp thường trong thư mục liên kết.',
    en: '{file} is not a plain file inside the linked folder.',
  },
  FILE_CHANGED: {
    vi: '{file} vừa thay đổi trong lúc lệnh chạy và được giữ nguyên. Hãy chạy lại.',
    en: '{file} changed while the command ran, and was left alone. Run it again.',
  },
  FILE_UNWRITABLE: { vi: 'Không ghi được {file} ({reason}).', en: '{file} cannot be written ({reason}).' },
  DOCUMENT_INVALID: {
    vi: '{file} không thành tài liệu được: tên chỉ gồm chữ thường a–z, số, gạch ngang và phần mở rộng; tối đa 1.500.000 ký tự.',
    en: '{file} cannot become a document: its name has lower case a–z, digits, hyphens and an extension; at most 1,500,000 characters.',
  },
  FILE_LINKED: {
    vi: '{file} đã liên kết với tài liệu {document}.',
    en: '{file} is linked to the document {document} already.',
  },
}
