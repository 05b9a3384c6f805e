import type { LocalText } from '@lienthong/plugin-sdk'
import { rehearsal } from './rehearsal.ts'

/** What the command line says when things go well, and in its help. */
export const words = {
  ...rehearsal,
  about: {
    vi: 'Kiểm tra, nhập và xuất tài liệu, viết và cài plugin Liên Thông.',
    en: 'Check, import and export documents, write and install plugins for Liên Thông.',
  },
  'Usage:': { vi: 'Cách dùng:', en: 'Usage:' },
  'Arguments:': { vi: 'Tham số:', en: 'Arguments:' },
  'Options:': { vi: 'Tùy chọn:', en: 'Options:' },
  'Commands:': { vi: 'Lệnh:', en: 'Commands:' },
  optionLang: {
    vi: 'ngôn ngữ, nếu khác LANG',
    en: 'language, if not that of LANG',
  },
  choices: { vi: 'chọn: {values}', en: 'choices: {values}' },
  unlessTold: { vi: 'mặc định: {value}', en: 'default: {value}' },
  optionHelp: { vi: 'hiện trợ giúp', en: 'show help' },
  optionVersion: { vi: 'hiện phiên bản', en: 'show the version' },
  check: {
    vi: 'kiểm tra tệp đặc tả và lược đồ bằng các bộ quy tắc',
    en: 'check specifications and schemas with the rule sets',
  },
  lsp: {
    vi: 'phục vụ các trình soạn thảo khác qua Language Server Protocol',
    en: 'serve other editors by the Language Server Protocol',
  },
  lspStdio: {
    vi: 'qua đầu vào và đầu ra chuẩn (mặc định)',
    en: 'over standard input and output (the default)',
  },
  lspFixAll: {
    vi: 'Sửa mọi lỗi Liên Thông phát hiện',
    en: 'Fix all problems found by Liên Thông',
  },
  lspFixRule: {
    vi: 'Sửa mọi lỗi {rule} trong tài liệu này',
    en: 'Fix all of {rule} in this document',
  },
  checkFiles: { vi: 'tệp, thư mục hoặc mẫu (**/*.yaml)', en: 'files, folders or patterns (**/*.yaml)' },
  checkFormat: { vi: 'dạng kết quả', en: 'form of the report' },
  checkOutput: { vi: 'ghi kết quả vào tệp', en: 'write the report into a file' },
  optionFormat: { vi: 'dạng kết quả', en: 'form of the answer' },
  optionPlugin: {
    vi: 'thêm plugin từ thư mục (lặp lại được)',
    en: 'add a plugin from a folder (repeatable)',
  },
  optionFailOn: {
    vi: 'mức thấp nhất làm lệnh thất bại',
    en: 'the least severity that fails the command',
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
  plugin: { vi: 'viết, thử, gửi và cài plugin', en: 'write, test, publish and install plugins' },
  inputs: {
    vi: 'dữ liệu mà quy tắc tra cứu: văn bản chỉ đạo, danh mục cơ sở dữ liệu, cơ quan',
    en: 'what rules look up: directives, databases, organisations',
  },
  inputsPull: {
    vi: 'lấy dữ liệu tra cứu từ máy chủ về tệp, để kiểm tra không cần máy chủ',
    en: 'bring it from a server into a file, for checks without a server',
  },
  inputsOutput: { vi: 'tệp nhận dữ liệu', en: 'the file for it' },
  inputsPulled: {
    vi: 'Đã ghi {file}, dữ liệu ngày {day}: {directives} văn bản, {databases} cơ sở dữ liệu, {organisations} cơ quan, {schemas} lược đồ đã công bố. Khai báo trong lienthong.config.yaml: "inputs: {file}".',
    en: 'Wrote {file}, as of {day}: {directives} {directives:directive|directives}, {databases} {databases:database|databases}, {organisations} {organisations:organisation|organisations}, {schemas} published {schemas:schema|schemas}. Name it in lienthong.config.yaml: "inputs: {file}".',
  },
  idleRules: {
    vi: '{count} quy tắc của {plugins} không chạy vì thiếu dữ liệu ({inputs}). Lấy về bằng "lienthong inputs pull".',
    en: '{count} {count:rule|rules} of {plugins} did not run because data is missing ({inputs}). "lienthong inputs pull" brings it.',
  },
  pluginNew: { vi: 'tạo một plugin mới, thử được ngay', en: 'make a new plugin that tests green at once' },
  pluginTest: { vi: 'chạy các ca kiểm thử trong hộp cát thật', en: 'run its cases in the real sandbox' },
  pluginDev: {
    vi: 'theo dõi mã và một tài liệu, hiện phát hiện sau mỗi lần sửa',
    en: 'watch its sources and a document, show findings after every change',
  },
  devFile: { vi: 'tệp để thử', en: 'the file to try it on' },
  devDocument: {
    vi: 'hoặc một tài liệu trên máy chủ, ví dụ dan-cu/cong-dan.schema.yaml',
    en: 'or a document on the server, e.g. dan-cu/cong-dan.schema.yaml',
  },
  devWatching: {
    vi: 'Đang theo dõi {folder} và {file}. Ctrl+C để dừng.',
    en: 'Watching {folder} and {file}. Ctrl+C ends.',
  },
  devRound: {
    vi: '{id} {version} trên {file}: {count} phát hiện.',
    en: '{id} {version} on {file}: {count} {count:finding|findings}.',
  },
  pluginPack: { vi: 'đóng gói vào dist/', en: 'pack it into dist/' },
  pluginLock: {
    vi: 'ghi nội dung các plugin đang dùng vào lienthong.lock.json',
    en: 'write the content of the plugins in use into lienthong.lock.json',
  },
  configFolder: {
    vi: 'thư mục có cấu hình, hoặc bên dưới nó',
    en: 'the folder of the configuration, or one below it',
  },
  locked: { vi: 'Đã ghi {file}: {plugins}.', en: 'Wrote {file}: {plugins}.' },
  pluginRehearse: {
    vi: 'xem trước plugin sẽ phát hiện gì trong tài liệu trên máy chủ',
    en: 'see what it would find in the documents of a server, before it is installed',
  },
  rehearsedPlugin: {
    vi: 'thư mục plugin, hoặc phiên bản đã gửi: my-rules@1.2.0',
    en: 'folder of the plugin, or a version that was sent: my-rules@1.2.0',
  },
  optionPublished: { vi: 'cả các bản đã công bố', en: 'their published versions, too' },
  pluginPublish: {
    vi: 'gửi lên máy chủ, chờ người khác phê duyệt',
    en: 'send it to a server, where somebody else approves it',
  },
  pluginApprove: {
    vi: 'phê duyệt một phiên bản do người khác gửi',
    en: 'approve a version that somebody else sent',
  },
  pluginRefuse: {
    vi: 'từ chối một phiên bản do người khác gửi',
    en: 'refuse a version that somebody else sent',
  },
  pluginWithdraw: { vi: 'rút lại một phiên bản chưa dùng', en: 'take back a version that is not in use' },
  pluginVersions: {
    vi: 'liệt kê các phiên bản máy chủ đang giữ',
    en: 'list the versions that the server keeps',
  },
  pluginDeprecate: {
    vi: 'khuyến cáo không dùng nữa; plugin vẫn chạy',
    en: 'advise against it; it goes on running',
  },
  pluginInstall: {
    vi: 'cho một phiên bản đã duyệt chạy trên máy chủ',
    en: 'run an approved version on the server',
  },
  pluginRemove: { vi: 'ngừng dùng trên máy chủ', en: 'take it out of use on the server' },
  pluginName: {
    vi: 'mã plugin, có thể kèm phiên bản: my-rules@1.2.0',
    en: 'id of the plugin, also with its version: my-rules@1.2.0',
  },
  optionFor: {
    vi: 'mã tổ chức: tài liệu của tổ chức đó và các đơn vị bên dưới',
    en: 'code of an organisation: for its documents and of those below it',
  },
  optionNote: { vi: 'lời kèm theo quyết định', en: 'what to say about the decision' },
  optionReason: { vi: 'vì sao không nên dùng nữa', en: 'why it should not be used any more' },
  optionSuccessor: { vi: 'nên dùng gì thay thế', en: 'what to use instead' },
  pluginResume: {
    vi: 'cho plugin bị tạm ngừng chạy lại trên máy chủ',
    en: 'put a suspended plugin back into use on the server',
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
  published: {
    vi: 'Đã gửi {id} {version} lên {server}: {count} quy tắc.\nChờ người khác phê duyệt: {page}',
    en: 'Sent {id} {version} to {server}: {count} {count:rule|rules}.\nSomebody else has to approve it: {page}',
  },
  publishedBefore: {
    vi: '{server} đã có {id} {version} với đúng nội dung này: {state}.',
    en: '{server} has {id} {version} with this content already: {state}.',
  },
  'version-proposed': { vi: 'chờ duyệt', en: 'waiting' },
  'version-approved': { vi: 'đã duyệt', en: 'approved' },
  'version-refused': { vi: 'bị từ chối', en: 'refused' },
  'version-withdrawn': { vi: 'đã rút lại', en: 'withdrawn' },
  'decided-approved': {
    vi: 'Đã phê duyệt {id} {version}. Cho chạy: npx lienthong plugin install {id} --for <đơn vị>',
    en: 'Approved {id} {version}. To run it: npx lienthong plugin install {id} --for <organisation>',
  },
  'decided-refused': { vi: 'Đã từ chối {id} {version}.', en: 'Refused {id} {version}.' },
  'decided-withdrawn': { vi: 'Đã rút lại {id} {version}.', en: 'Took back {id} {version}.' },
  deprecated: {
    vi: 'Đã khuyến cáo không dùng {plugin} trên {server}. Plugin vẫn chạy.',
    en: 'Advised against {plugin} on {server}. It goes on running.',
  },
  adviceAgainst: { vi: 'Không nên dùng nữa: {reason}', en: 'Deprecated: {reason}' },
  adviceFor: {
    vi: 'Không nên dùng nữa, hãy dùng {successor}: {reason}',
    en: 'Deprecated, use {successor}: {reason}',
  },
  runsFor: { vi: 'chạy cho {places}', en: 'runs for {places}' },
  installed: {
    vi: '{id} {version} đang chạy cho {place} trên {server}: {count} quy tắc, trong mọi tài liệu đang mở.',
    en: '{id} {version} runs for {place} on {server}: {count} {count:rule|rules}, in every open document.',
  },
  isSuspended: { vi: '{id} bị tạm ngừng: {reason}', en: '{id} is suspended: {reason}' },
  suspended: { vi: 'tạm ngừng: {reason}', en: 'suspended: {reason}' },
  removed: {
    vi: 'Đã ngừng dùng {id} cho {place} trên {server}.',
    en: 'Took {id} out of use for {place} on {server}.',
  },
  resumed: { vi: '{id} đã chạy lại trên {server}.', en: '{id} runs again on {server}.' },
  loggedIn: { vi: 'Đã đăng nhập {server} với tên {name}.', en: 'Signed in to {server} as {name}.' },
  loggedOut: { vi: 'Đã quên mã truy cập.', en: 'Forgot the token.' },
  noPlugins: { vi: 'Chưa có plugin nào.', en: 'There are no plugins.' },
  wroteFile: { vi: 'Đã ghi {file}', en: 'Wrote {file}' },
  keptFile: { vi: 'Bản cũ của {file}: {kept}', en: 'Kept the old {file} as {kept}' },
  merged: { vi: 'Đã gộp {file}; dùng push để gửi đi.', en: 'Merged {file}; push sends it.' },
  pulled: { vi: '{count} tệp đã ghi vào {folder}.', en: '{count} {count:file|files} written in {folder}.' },
  pushedFile: { vi: 'Đã gửi {file} vào {document}', en: 'Pushed {file} into {document}' },
  createdDocument: { vi: 'Đã tạo {document} từ {file}', en: 'Made {document} from {file}' },
  pushed: {
    vi: '{count} tài liệu của {database} đã lưu.',
    en: '{count} {count:document|documents} of {database} stored.',
  },
  mayCreate: {
    vi: 'Tạo {count} tài liệu mới trong {database}? [c/K]',
    en: 'Make {count} new {count:document|documents} in {database}? [y/N]',
  },
  notCreated: {
    vi: 'Chưa tạo {count} tài liệu mới trong {database}: dùng --yes.',
    en: '{count} new {count:document|documents} not made in {database}: use --yes.',
  },
  allSame: {
    vi: '{count} tệp giống tài liệu của chúng.',
    en: '{count} {count:file is the same as its document|files are the same as their documents}.',
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
  clean: { vi: '{files} tệp, không có phát hiện nào.', en: 'Files: {files}, nothing found.' },
  summary: {
    vi: '{files} tệp: {errors} lỗi, {warnings} cảnh báo, {infos} thông tin, {hints} gợi ý.',
    en: 'Files: {files}, errors: {errors}, warnings: {warnings}, info: {infos}, hints: {hints}.',
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
