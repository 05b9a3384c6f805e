import type { LocalText } from '@lienthong/plugin-sdk'

/** How a file and its document stand to each other. */
export const states = {
  same: { vi: 'giống nhau', en: 'the same' },
  'changed-here': { vi: 'đã sửa ở đây', en: 'changed here' },
  'changed-there': { vi: 'đã sửa trên máy chủ', en: 'changed on the server' },
  conflict: { vi: 'xung đột: cả hai bên đều sửa', en: 'conflict: changed on both sides' },
  'new-here': { vi: 'mới ở đây, chưa có tài liệu', en: 'new here, no document yet' },
  'new-there': { vi: 'mới trên máy chủ', en: 'new on the server' },
  'missing-here': { vi: 'không còn tệp ở đây', en: 'no file here any more' },
  'missing-there': {
    vi: 'không còn tài liệu, hoặc bạn không được xem',
    en: 'no document any more, or you may not see it',
  },
} satisfies Record<string, LocalText>
