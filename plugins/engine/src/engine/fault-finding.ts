import type { LocalText } from '@lienthong/plugin-sdk'
import type { FaultKind } from '../sandbox/limits.ts'
import type { UnitFinding } from './finding.ts'
import { fingerprint } from './place-findings.ts'

/** Each kind of failure in words. What a plugin itself says of one may hold the document's text: that stays in the document. */
export const faultWords: Readonly<Record<FaultKind, LocalText>> = {
  threw: { vi: 'mã của bộ quy tắc báo lỗi', en: 'its code threw an error' },
  'too-slow': { vi: 'chạy quá lâu', en: 'it ran too long' },
  'too-much-memory': { vi: 'cần quá nhiều bộ nhớ', en: 'it wanted too much memory' },
  'answer-too-large': { vi: 'trả lời quá dài', en: 'its answer was too long' },
  'answer-invalid': { vi: 'trả lời không đúng cấu trúc', en: 'its answer was not as it must be' },
  'not-a-plugin': { vi: 'không nạp được', en: 'it could not be loaded' },
}

const extents = {
  once: {
    vi: 'gặp sự cố và không kiểm tra được tài liệu này',
    en: 'failed and could not check this document',
  },
  document: {
    vi: 'tạm thời không kiểm tra tài liệu này sau nhiều lần gặp sự cố ở đây',
    en: 'does not check this document for some minutes after repeated failures in it',
  },
  everywhere: {
    vi: 'đã bị tạm ngừng sau nhiều lần gặp sự cố',
    en: 'is suspended after repeated failures',
  },
}

/** What is shown in a document in place of a plugin's findings. A `reason` of the plugin's own words must be of this document; `rule` is the one that was running. */
export const faultFinding = (
  id: string,
  extent: keyof typeof extents,
  reason: LocalText | string,
  rule: string | null,
): UnitFinding => {
  const why = typeof reason === 'string' ? { vi: reason, en: reason } : reason
  const { vi, en } = extents[extent]
  const running =
    rule === null
      ? { vi: '', en: '' }
      : { vi: ` Lúc đó đang chạy quy tắc ${id}/${rule}.`, en: ` It was running the rule ${id}/${rule}.` }
  return {
    start: 0,
    end: 0,
    ruleId: `${id}/fault`,
    messageId: '',
    severity: 'fault',
    message: {
      vi: `Bộ quy tắc ${id} ${vi} (${why.vi}).${running.vi}`,
      en: `Plugin ${id} ${en} (${why.en}).${running.en}`,
    },
    fingerprint: fingerprint(id, 'fault'),
    fixes: [],
  }
}
