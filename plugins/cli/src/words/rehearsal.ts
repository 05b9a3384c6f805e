import type { LocalText } from '@lienthong/plugin-sdk'

/** What is said of a plugin that is tried on a server's documents. */
export const rehearsal = {
  rehearsedText: {
    vi: '{new} phát hiện mới ({errors} lỗi), {gone} mất đi, {unchanged} giữ nguyên',
    en: '{new} new ({errors} {errors:error|errors}), {gone} gone, {unchanged} unchanged',
  },
  rehearsed: {
    vi: '{texts} văn bản của {looked} tài liệu: {new} phát hiện mới, {gone} mất đi, hỏng ở {failed} nơi.',
    en: '{texts} {texts:text|texts} of {looked} {looked:document|documents}: {new} new {new:finding|findings}, {gone} gone, failed on {failed}.',
  },
  rehearsedNot: {
    vi: 'Chưa xem: {unlooked} văn bản, và {left} tài liệu chưa xem đến hết.',
    en: 'Not looked at: {unlooked} {unlooked:text|texts}, and {left} {left:document|documents} not to the end.',
  },
  'unlooked-time': {
    vi: 'chưa xem: riêng văn bản này đã quá thời gian của một lượt',
    en: 'not looked at: it alone takes longer than an answer may',
  },
  'unlooked-unavailable': {
    vi: 'chưa xem: máy chủ không đọc được văn bản',
    en: 'not looked at: the server cannot read the text',
  },
} satisfies Record<string, LocalText>
