import type { LocalText } from '@lienthong/plugin-sdk'

/** What `lienthong compare` says. */
export const compareWords = {
  compare: {
    vi: 'so sánh các phiên bản của một lược đồ: thay đổi nào phá vỡ, vì sao, tăng số phiên bản nào',
    en: 'compare versions of a schema: what breaks, why, and which version number goes up',
  },
  versions: {
    vi: 'các phiên bản, cũ nhất trước, bản mới sau cùng',
    en: 'the versions, the oldest first, the new one last',
  },
  optionMode: { vi: 'ai phải tiếp tục làm việc được', en: 'who must go on working' },
  optionPolicy: {
    vi: 'strict: như bộ kiểm tra; lenient: bên đọc bỏ qua trường lạ và tự điền mặc định',
    en: 'strict: as validators; lenient: readers pass over unknown properties and fill in defaults',
  },
  optionJson: { vi: 'in kết quả dạng JSON', en: 'print the result as JSON' },
  against: { vi: 'So với {file}:', en: 'Against {file}:' },
  same: { vi: 'không khác gì', en: 'nothing differs' },
  breaking: { vi: 'phá vỡ', en: 'breaks' },
  compatible: { vi: 'tương thích', en: 'compatible' },
  refused: { vi: 'trước đây hợp lệ, nay bị từ chối: {record}', en: 'valid before, refused now: {record}' },
  unknown: { vi: 'nay hợp lệ, trước đây bị từ chối: {record}', en: 'valid now, refused before: {record}' },
  unproven: {
    vi: 'không tìm được bản ghi chứng minh; vẫn phải coi là phá vỡ',
    en: 'no record was found that shows it; it counts as breaking all the same',
  },
  verdictBroken: {
    vi: '{mode}: không tương thích. Tăng số phiên bản {step}.',
    en: '{mode}: not compatible. The {step} version goes up.',
  },
  verdictKept: {
    vi: '{mode}: tương thích. Tăng số phiên bản {step}.',
    en: '{mode}: compatible. The {step} version goes up.',
  },
} satisfies Record<string, LocalText>
