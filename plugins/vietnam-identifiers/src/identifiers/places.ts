import { type LocalText, thirdParty } from '@lienthong/plugin-sdk'
import { formerProvinceName } from '../codes/birth-places.ts'
import { hasChangedMeaning, provinceOf, provincesInForceFrom, successorOf } from '../codes/provinces.ts'
import { type Identifier } from '../identifier.ts'

/** What is wrong with a two-digit code: unknown, or of a province that was merged. */
export function provinceCodeProblem(code: string): LocalText | undefined {
  if (provinceOf(code)) return undefined
  const former = formerProvinceName(code)
  const today = former === undefined ? undefined : successorOf(former)
  if (former === undefined || today === undefined) {
    return { vi: 'không có trong danh mục 34 tỉnh, thành phố', en: 'it is not one of the 34 provinces' }
  }
  return {
    vi: `là ${former} đến hết ngày 30/6/2025; từ 01/7/2025 thuộc ${today.name}, mã ${today.code}`,
    en: `it was ${former} until 30 June 2025; since then that is part of ${today.name}, code ${today.code}`,
  }
}

/** Why a code alone is ambiguous: it named another province before 1 July 2025. */
export function reusedCodeDoubt(code: string): LocalText | undefined {
  const province = provinceOf(code)
  if (!province || !hasChangedMeaning(province)) return undefined
  return {
    vi: `"${code}" là ${province.name} từ ${provincesInForceFrom}, trước đó là ${province.before}; cần trường ngày hiệu lực đi kèm`,
    en: `"${code}" is ${province.name} since ${provincesInForceFrom} and was ${province.before} before; it needs an effective date beside it`,
  }
}

export const provinceCode: Identifier = {
  id: 'province-code',
  name: { vi: 'mã đơn vị hành chính cấp tỉnh', en: 'province code' },
  severity: 'error',
  signs: {
    phrases: [
      ...[
        'ma don vi hanh chinh cap tinh',
        'ma dvhc cap tinh',
        'ma tinh thanh pho',
        'ma tinh thanh',
        'ma tinh',
      ],
      ...[
        'ma thanh pho truc thuoc trung uong',
        'tinh ma',
        'province code',
        'code of province',
        'province id',
      ],
    ],
    unless: ['huyen', 'xa', 'district', 'commune'],
  },
  pattern: '^[0-9]{2}$',
  accepts: ['01', '79', '96'],
  rejects: ['1', '001', 'HN', ''],
  minLength: 2,
  maxLength: 2,
  verify: provinceCodeProblem,
  docs: {
    why: {
      vi: 'Mã cấp tỉnh gồm hai chữ số, có số 0 đầu, thuộc danh mục 34 đơn vị có hiệu lực từ 01/7/2025. Bảy mã (15, 24, 44, 52, 80, 82, 91) đã đổi nghĩa.',
      en: 'A province code has two digits with a leading zero, from the list of 34 in force since 1 July 2025. Seven codes (15, 24, 44, 52, 80, 82, 91) changed their meaning.',
    },
    example: '01',
    sources: ['19/2025/QĐ-TTg', '202/2025/QH15'],
    confidence: thirdParty,
  },
}

export const communeCode: Identifier = {
  id: 'commune-code',
  name: { vi: 'mã đơn vị hành chính cấp xã', en: 'commune code' },
  severity: 'error',
  signs: {
    phrases: [
      ...[
        'ma don vi hanh chinh cap xa',
        'ma dvhc cap xa',
        'ma phuong xa',
        'ma xa phuong dac khu',
        'ma xa phuong',
        'ma xa',
      ],
      ...['ma phuong', 'commune code', 'ward code', 'code of commune', 'commune id'],
    ],
    unless: ['hoi', 'tien', 'thuc', 'phap', 'phuong phap'],
  },
  pattern: '^[0-9]{5}$',
  accepts: ['25942', '00004'],
  rejects: ['2594', '259420', 'X2594', ''],
  minLength: 5,
  maxLength: 5,
  docs: {
    why: {
      vi: 'Mã cấp xã gồm năm chữ số, có số 0 đầu; từ 01/7/2025 có 3.321 đơn vị trực thuộc thẳng cấp tỉnh, không qua cấp huyện.',
      en: 'A commune code has five digits with leading zeros; since 1 July 2025 there are 3,321 units directly under their province, without a district in between.',
    },
    example: '25942',
    sources: ['19/2025/QĐ-TTg'],
    confidence: thirdParty,
  },
}
