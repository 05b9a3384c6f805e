import type { LocalText } from '@lienthong/plugin-sdk'

/** What the command line says when things go well, and in its help. */
export const words = {
  about: {
    vi: 'Kiểm tra, nhập và xuất tài liệu, viết và cài plugin Liên Thông.',
    en: 'Check, import and export documents, write and install plugins for Liên Thông.',
  },
  'Usage:': { vi: 'Cách dùng:', en: 'Usage:' },
  'Arguments:': { vi: 'Tham số:', en: 'Arguments:' },
  'Options:': { vi: 'Tùy chọn:', en: 'Options:' },
  'Commands:': { vi: 'Lệnh:', en: 'Commands:' },
  optionLang: {
    vi: 'ngôn ngữ: vi hoặc en (mặc định theo LANG)',
    en: 'language: vi or en (by LANG unless given)',
  },
  optionHelp: { vi: 'hiện trợ giúp', en: 'show help' },
  optionVersion: { vi: 'hiện phiên bản', en: 'show the version' },
  check: {
    vi: 'kiểm tra tệp đặc tả và lược đồ bằng các bộ quy tắc',
    en: 'check specifications and schemas with the rule sets',
  },
  checkFiles: { vi: 'tệp, thư mục hoặc mẫu (**/*.yaml)', en: 'files, folders or patterns (**/*.yaml)' },
  optionFormat: { vi: 'pretty hoặc json', en: 'pretty or json' },
  optionPlugin: {
    vi: 'thêm plugin từ thư mục (lặp lại được)',
    en: 'add a plugin from a folder (repeatable)',
  },
  optionFailOn: {
    vi: 'mức thấp nhất làm lệnh thất bại: error, warning, info, hint',
    en: 'the least severity that fails the command: error, warning, info, hint',
  },
  pull: {
    vi: 'đưa tài liệu về tệp và liên kết thư mục',
    en: 'bring documents into files, and link the folder',
  },
  push: { vi: 'gửi tệp đã sửa vào tài liệu', en: 'send changed files into their documents' },
  status: { vi: 'so sánh tệp với tài liệu', en: 'compare files with their documents' },
  documentAddress: { vi: '<cơ sở dữ liệu>[/<tài liệu>]', en: '<database>[/<document>]' },
  workspaceFolder: { vi: 'thư mục liên kết', en: 'the linked folder' },
  pushPath: { vi: 'thư mục liên kết hoặc một tệp', en: 'the linked folder, or one file' },
  optionOutput: { vi: 'tệp nhận một tài liệu', en: 'the file for a single document' },
  optionMerge: {
    vi: 'gộp khi hai bên sửa những dòng khác nhau',
    en: 'merge where both sides changed different lines',
  },
  optionOverwrite: {
    vi: 'thay tệp đã sửa ở đây; bản cũ giữ lại với đuôi .orig',
    en: 'replace files that were changed here; the old ones are kept as .orig',
  },
  optionYes: { vi: 'tạo tài liệu mới mà không hỏi', en: 'make new documents without asking' },
  plugin: { vi: 'viết, thử, đóng gói và cài plugin', en: 'write, test, pack and install plugins' },
  pluginNew: { vi: 'tạo một plugin mới, thử được ngay', en: 'make a new plugin that tests green at once' },
  pluginTest: { vi: 'chạy các ca kiểm thử trong hộp cát thật', en: 'run its cases in the real sandbox' },
  pluginPack: { vi: 'đóng gói vào dist/', en: 'pack it into dist/' },
  pluginInstall: { vi: 'cài vào máy chủ đang chạy', en: 'install it into a running server' },
  pluginRemove: { vi: 'gỡ khỏi máy chủ', en: 'take it out of use on the server' },
  pluginResume: {
    vi: 'cho plugin bị tạm ngưng chạy lại trên máy chủ',
    en: 'put a plugin that failed too often back into use on the server',
  },
  pluginList: { vi: 'liệt kê plugin của máy chủ', en: 'list the plugins of the server' },
  optionServer: {
    vi: 'địa chỉ máy chủ (hoặc LIENTHONG_SERVER)',
    en: 'address of the server (or LIENTHONG_SERVER)',
  },
  optionToken: {
    vi: 'mã truy cập cá nhân (hoặc LIENTHONG_TOKEN)',
    en: 'personal access token (or LIENTHONG_TOKEN)',
  },
  login: { vi: 'ghi nhớ máy chủ và mã truy cập', en: 'remember a server and a token' },
  logout: { vi: 'quên máy chủ và mã truy cập', en: 'forget the server and the token' },
  folder: { vi: 'thư mục plugin', en: 'folder of the plugin' },
  newName: { vi: 'tên plugin và thư mục', en: 'name of the plugin and its folder' },
  pluginId: { vi: 'mã plugin', en: 'id of the plugin' },
  created: {
    vi: 'Đã tạo {folder}. Tiếp theo:\n  cd {folder}\n  npx lienthong plugin test',
    en: 'Made {folder}. Next:\n  cd {folder}\n  npx lienthong plugin test',
  },
  createdInstall: {
    vi: 'Đã tạo {folder}. Tiếp theo:\n  cd {folder}\n  npm install\n  npx lienthong plugin test',
    en: 'Made {folder}. Next:\n  cd {folder}\n  npm install\n  npx lienthong plugin test',
  },
  packed: {
    vi: 'Đã đóng gói {id} {version} vào {folder} ({kb} kB)',
    en: 'Packed {id} {version} into {folder} ({kb} kB)',
  },
  installed: {
    vi: 'Đã cài {id} {version} vào {server}: {count} quy tắc đang chạy trên mọi tài liệu đang mở.',
    en: 'Installed {id} {version} into {server}: {count} rules run on every open document.',
  },
  quarantined: { vi: '{id} bị cách ly: {reason}', en: '{id} is quarantined: {reason}' },
  removed: { vi: 'Đã gỡ {id} khỏi {server}.', en: 'Took {id} out of use on {server}.' },
  resumed: { vi: '{id} đã chạy lại trên {server}.', en: '{id} runs again on {server}.' },
  loggedIn: { vi: 'Đã đăng nhập {server} với tên {name}.', en: 'Signed in to {server} as {name}.' },
  loggedOut: { vi: 'Đã quên mã truy cập.', en: 'Forgot the token.' },
  noPlugins: { vi: 'Chưa có plugin nào.', en: 'There are no plugins.' },
  wroteFile: { vi: 'Đã ghi {file}', en: 'Wrote {file}' },
  keptFile: { vi: 'Bản cũ của {file}: {kept}', en: 'Kept the old {file} as {kept}' },
  merged: { vi: 'Đã gộp {file}; dùng push để gửi đi.', en: 'Merged {file}; push sends it.' },
  pulled: { vi: '{count} tệp đã ghi vào {folder}.', en: '{count} files written in {folder}.' },
  pushedFile: { vi: 'Đã gửi {file} vào {document}', en: 'Pushed {file} into {document}' },
  createdDocument: { vi: 'Đã tạo {document} từ {file}', en: 'Made {document} from {file}' },
  pushed: { vi: '{count} tài liệu của {database} đã lưu.', en: '{count} documents of {database} stored.' },
  mayCreate: {
    vi: 'Tạo {count} tài liệu mới trong {database}? [c/K]',
    en: 'Make {count} new documents in {database}? [y/N]',
  },
  notCreated: {
    vi: 'Chưa tạo {count} tài liệu mới trong {database}: dùng --yes.',
    en: '{count} new documents not made in {database}: use --yes.',
  },
  allSame: {
    vi: '{count} tệp giống tài liệu của chúng.',
    en: '{count} files are the same as their documents.',
  },
  conflictAt: {
    vi: '{file}:{line} (- trước đó, < ở đây, > trên máy chủ)',
    en: '{file}:{line} (- before, < here, > on the server)',
  },
  conflictOverlaps: {
    vi: 'Hai bên sửa cùng dòng. "pull --overwrite" lấy bản của máy chủ và giữ {file}.orig để bạn ghép lại.',
    en: 'Both sides changed the same lines. "pull --overwrite" takes the server\'s and keeps {file}.orig to join by hand.',
  },
  conflictMergeable: {
    vi: 'Hai bên sửa những dòng khác nhau: thêm --merge để gộp.',
    en: 'Both sides changed different lines: --merge joins them.',
  },
  conflictUnrelated: {
    vi: 'Tệp và tài liệu chưa từng giống nhau. "pull --overwrite" lấy bản của máy chủ và giữ {file}.orig.',
    en: 'File and document were never the same. "pull --overwrite" takes the server\'s and keeps {file}.orig.',
  },
  clean: { vi: '{files} tệp, không có phát hiện nào.', en: '{files} files, nothing found.' },
  summary: {
    vi: '{files} tệp: {errors} lỗi, {warnings} cảnh báo, {others} gợi ý.',
    en: '{files} files: {errors} errors, {warnings} warnings, {others} hints.',
  },
  casePassed: { vi: 'đạt', en: 'passed' },
  caseFailed: { vi: 'hỏng', en: 'failed' },
  testSummary: { vi: '{passed} đạt, {failed} hỏng', en: '{passed} passed, {failed} failed' },
  expected: { vi: 'mong đợi', en: 'expected' },
  found: { vi: 'nhận được', en: 'found' },
  nothing: { vi: '(không có phát hiện nào)', en: '(nothing)' },
  fixable: { vi: 'sửa được', en: 'fixable' },
  crashed: {
    vi: 'Có lỗi trong lienthong (không phải do bạn): {detail}',
    en: 'Something broke in lienthong itself: {detail}',
  },
} satisfies Record<string, LocalText>
