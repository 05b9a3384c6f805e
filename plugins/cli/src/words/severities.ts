import type { Severity } from '@lienthong/plugin-engine'
import type { LocalText } from '@lienthong/plugin-sdk'

/** How grave a finding is, to a person. English says the words that `--fail-on` and configurations take; Vietnamese those of the portal. */
export const severityWords = {
  fault: { vi: 'quy tắc hỏng', en: 'fault' },
  error: { vi: 'lỗi', en: 'error' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'thông tin', en: 'info' },
  hint: { vi: 'gợi ý', en: 'hint' },
} satisfies Record<Severity, LocalText>
