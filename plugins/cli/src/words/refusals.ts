import type { LocalText } from '@lienthong/plugin-sdk'
import { type ErrorCode, errorTable } from '@lienthong/protocol'

/** What a server may refuse to this client, in Vietnamese; English comes from the protocol's own table. */
const vietnamese: Partial<Record<ErrorCode, string>> = {
  MESSAGE_INVALID: 'Máy chủ không hiểu yêu cầu: {detail}.',
  PROTOCOL_INCOMPATIBLE: 'Phiên bản không tương thích: máy này {client}, máy chủ {server}.',
  TOKEN_MISSING: 'Hãy đăng nhập trước.',
  TOKEN_INVALID: 'Mã truy cập không hợp lệ hoặc đã bị thu hồi.',
  TOKEN_EXPIRED: 'Mã truy cập đã hết hạn.',
  RIGHT_MISSING: 'Vai trò của bạn không có quyền {action} ở đây.',
  RATE_LIMITED: 'Quá nhiều yêu cầu. Thử lại sau {seconds} giây.',
  DOCUMENT_NOT_FOUND: 'Không có tài liệu này, hoặc bạn không được xem.',
  DOCUMENT_UNAVAILABLE: 'Chưa mở được tài liệu. Không mất dữ liệu; hãy thử lại.',
  DOCUMENT_PATH_TAKEN: 'Cơ sở dữ liệu đã có tài liệu {path}.',
  DOCUMENT_FULL: 'Tài liệu đã đạt {maxBytes} byte. Nội dung của bạn vẫn còn trong tệp; hãy tách tài liệu.',
  UPDATE_TOO_LARGE: 'Thay đổi lớn hơn {maxBytes} byte. Hãy chia nhỏ.',
  QUOTA_EXCEEDED: 'Đã dùng hết lượng thay đổi của một ngày. Thử lại sau {hours} giờ.',
  STORAGE_UNAVAILABLE: 'Hiện máy chủ chưa lưu được thay đổi. Thay đổi vẫn còn trong tệp.',
  RECORD_NOT_FOUND: 'Không tìm thấy {kind} “{id}”.',
  RECORD_INVALID: 'Nội dung chưa hợp lệ: {detail}.',
  PLUGIN_INVALID: 'Gói plugin không được chấp nhận: {detail}.',
  PLUGIN_RULES_MISSING:
    'Plugin {plugin} không có quy tắc nào nên không kiểm tra được gì. Hãy khai báo ít nhất một quy tắc trong definePlugin rồi đóng gói lại.',
  PLUGIN_FAULTY: 'Plugin không được gặp sự cố trên tài liệu mẫu {document}: {detail}',
  PLUGIN_UNSTEADY:
    'Ở tài liệu mẫu {document}, plugin {plugin} phát hiện khi đang soạn ({written}) khác với khi mở ra ({opened}). Không giữ gì bên ngoài create.',
  PLUGIN_VERSION_TAKEN: 'Phiên bản {version} của {plugin} đã có với nội dung khác. Hãy tăng phiên bản.',
  PLUGIN_VERSIONS_WAITING:
    'Mỗi người chỉ được có tối đa {max} phiên bản chờ phê duyệt. Hãy chờ quyết định về một phiên bản của bạn, hoặc rút lại một phiên bản.',
  PLUGIN_NOT_APPROVED: 'Phiên bản {version} của {plugin} chưa được phê duyệt.',
  PLUGIN_IN_USE: 'Phiên bản {version} của {plugin} đang được dùng. Hãy gỡ trước.',
  DECISION_OWN: 'Việc bạn đề nghị phải do người khác quyết định.',
  RECORD_CHANGED: 'Người khác vừa quyết định trước. Hãy xem lại.',
  PLUGIN_NOT_FOUND: 'Không có plugin {plugin}.',
  PLUGIN_NOT_INSTALLED: '{plugin} không được cài riêng cho {organisation}.',
  RENAME_NOTHING: 'Chỉ đổi tên được định nghĩa của lược đồ và mã yêu cầu.',
  RENAME_INVALID: '{name} không dùng làm tên ở đây được.',
  RENAME_TAKEN: 'Đã có {name}.',
  RENAME_FORBIDDEN: 'Chưa đổi gì: tên này còn có trong {count} tài liệu mà bạn không được sửa ({documents}).',
  RENAME_UNREADABLE:
    'Chưa đổi gì: tên này có thể còn có trong {count} tài liệu hiện không đọc được ({documents}).',
  RENAME_PLACES_TOO_MANY: 'Chưa đổi gì: tên này có ở hơn {max} chỗ.',
  RENAME_DOCUMENTS_TOO_MANY:
    'Chưa đổi gì: có hơn {max} tài liệu, tên này có thể còn trong tài liệu không được xem tới.',
  SERVER_UNREACHABLE: 'Máy chủ {url} không trả lời.',
  SERVER_DEGRADED:
    'Máy chủ hiện không làm việc được với cơ sở dữ liệu của chính mình. Hãy thử lại sau giây lát.',
  SERVER_STOPPING: 'Máy chủ đang dừng. Hãy thử lại.',
  INTERNAL: 'Máy chủ gặp sự cố. Mã tham chiếu: {reference}.',
}

/** The text of a server's refusal in both languages. */
export const refusalText = (code: ErrorCode): LocalText => ({
  vi: vietnamese[code] ?? errorTable[code].text,
  en: errorTable[code].text,
})
