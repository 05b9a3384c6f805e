import { type LocalText, secondary, unverified } from '@lienthong/plugin-sdk'
import { birthPlaceOf } from '../codes/birth-places.ts'
import { type Identifier } from '../identifier.ts'

export const personalId: Identifier = {
  id: 'personal-id',
  name: { vi: 'số định danh cá nhân', en: 'personal identification number' },
  severity: 'error',
  signs: {
    phrases: [
      ...[
        'so dinh danh ca nhan',
        'so dinh danh',
        'dinh danh ca nhan',
        'so dinh danh cong dan',
        'ma dinh danh cong dan',
        'sddcn',
        'cccd',
        'so can cuoc',
      ],
      ...[
        'can cuoc cong dan',
        'the can cuoc',
        'personal identification number',
        'personal identification no',
      ],
      ...[
        'personal id',
        'citizen id',
        'citizen identification number',
        'citizen identity number',
        'national id',
      ],
    ],
    unless: 'cmnd co quan to chuc xe thua dat dien doanh nghiep tai san nha don vi phuong tien'.split(' '),
  },
  pattern: '^[0-9]{12}$',
  accepts: ['001087123456', '079201000001'],
  rejects: ['01087123456', '0010871234567', '00108712345A', ''],
  minLength: 12,
  maxLength: 12,
  docs: {
    why: {
      vi: 'Số định danh cá nhân gồm đúng 12 chữ số và thường bắt đầu bằng số 0. Lưu dưới dạng số làm mất số 0 đầu, và hai cơ sở dữ liệu không còn khớp được cùng một người. Số này không có chữ số kiểm tra.',
      en: 'The personal identification number has exactly 12 digits and usually begins with 0. Stored as a number it loses the leading zero, and two databases no longer agree on the same person. It has no check digit.',
    },
    example: '001087123456',
    sources: ['Luật Căn cước 26/2023/QH15', '70/2024/NĐ-CP'],
    confidence: secondary,
  },
}

/** What the first digits of a personal identification number say that cannot be confirmed. Never proof: numbers are kept for life. */
export function originDoubt(value: string): LocalText | undefined {
  if (!/^[0-9]{12}$/.test(value) || birthPlaceOf(value)) return undefined
  const code = value.slice(0, 3)
  return {
    vi: `"${code}" không nằm trong 63 mã tỉnh nơi đăng ký khai sinh; mã của nước ngoài cũng có thể có, hãy kiểm tra lại`,
    en: `"${code}" is not one of the 63 codes of the province of birth registration; codes of countries exist too, so check it`,
  }
}

export const socialInsurance: Identifier = {
  id: 'social-insurance-number',
  name: { vi: 'mã số bảo hiểm xã hội', en: 'social insurance number' },
  severity: 'warning',
  signs: {
    phrases: [
      ...[
        'ma so bao hiem xa hoi',
        'ma bao hiem xa hoi',
        'so bao hiem xa hoi',
        'ma so bhxh',
        'so so bhxh',
        'ma bhxh',
      ],
      ...[
        'so bhxh',
        'bhxh',
        'social insurance number',
        'social insurance no',
        'social insurance code',
        'social insurance id',
      ],
    ],
    unless: ['muc', 'tien', 'phi', 'quan', 'tham', 'dong', 'amount', 'fee', 'rate'],
  },
  pattern: '^([0-9]{10}|[0-9]{12})$',
  accepts: ['001087123456'],
  rejects: ['12345', '01234567890', ''],
  minLength: 10,
  maxLength: 12,
  docs: {
    why: {
      vi: 'Mã số bảo hiểm xã hội cũ có 10 chữ số; cơ quan bảo hiểm xã hội đang thay bằng số định danh cá nhân 12 chữ số. Trường dữ liệu mới phải nhận được số 12 chữ số và giữ số 0 đầu.',
      en: 'The old social insurance number has 10 digits; the social insurance agency has been replacing it with the 12-digit personal identification number. A new field must accept 12 digits and keep the leading zero.',
    },
    example: '001087123456',
    sources: ['kiến thức chung / general knowledge'],
    confidence: unverified,
  },
}
