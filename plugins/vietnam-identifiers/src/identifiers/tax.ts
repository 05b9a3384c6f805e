import { type LocalText, secondary } from '@lienthong/plugin-sdk'
import { taxCheckDigit } from '../checksum.ts'
import { type Identifier } from '../identifier.ts'

/** What is wrong with a tax code of the right form: its check digit, its serial number, its branch. */
export function taxCodeProblem(value: string): LocalText | undefined {
  if (/^[0-9]{12}$/.test(value)) return undefined
  const [, nine = '', last, branch] = /^([0-9]{9})([0-9])(?:-?([0-9]{3}))?$/.exec(value) ?? []
  if (/^[0-9]{2}0{7}$/.test(nine))
    return { vi: 'số thứ tự không được toàn số 0', en: 'its serial number is all zeros' }
  const digit = taxCheckDigit(nine)
  if (String(digit) !== last) {
    return digit === undefined
      ? {
          vi: 'dãy chín chữ số đầu này không có chữ số kiểm tra hợp lệ',
          en: 'its first nine digits have no valid check digit',
        }
      : {
          vi: `chữ số kiểm tra phải là ${digit}, không phải ${last}`,
          en: `its check digit must be ${digit}, not ${last}`,
        }
  }
  if (branch === '000')
    return { vi: 'mã đơn vị phụ thuộc không được là 000', en: 'its branch may not be 000' }
  return undefined
}

export const taxCode: Identifier = {
  id: 'tax-code',
  name: { vi: 'mã số thuế', en: 'tax code' },
  severity: 'error',
  signs: {
    phrases: [
      ...[
        'ma so thue',
        'ma thue',
        'mst',
        'ma so doanh nghiep',
        'ma doanh nghiep',
        'msdn',
        'tax code',
        'tax id',
        'tin',
      ],
      ...[
        'tax identification number',
        'tax number',
        'taxpayer code',
        'enterprise code',
        'business registration number',
      ],
    ],
    unless: [
      'bai',
      'ban',
      'thong',
      'bao',
      'suat',
      'ly',
      'loai',
      'bulletin',
      'rate',
      'agency',
      'office',
      'nhan',
      'dan',
      'ho',
    ],
  },
  pattern: '^([0-9]{10}(-?[0-9]{3})?|[0-9]{12})$',
  accepts: ['0100047516', '0100233488'],
  rejects: ['12345', '01000475160', '010004751A', ''],
  minLength: 10,
  maxLength: 14,
  capacity: 10,
  verify: taxCodeProblem,
  docs: {
    why: {
      vi: 'Mã số thuế (đồng thời là mã số doanh nghiệp) gồm 10 chữ số, đơn vị phụ thuộc thêm 3 chữ số; chữ số thứ mười là chữ số kiểm tra. Từ 01/7/2025 cá nhân, hộ kinh doanh dùng số định danh cá nhân 12 chữ số. Mã bắt đầu bằng 0 nên phải là chuỗi.',
      en: 'The tax code (also the enterprise code) has 10 digits, plus 3 for a dependent unit; the tenth is a check digit. Since 1 July 2025 individuals and household businesses use their 12-digit personal identification number. Codes begin with 0, so they must be strings.',
    },
    example: '0100233488',
    sources: ['86/2024/TT-BTC', 'python-stdnum: stdnum/vn/mst'],
    confidence: secondary,
  },
}

export const personalTaxCode: Identifier = {
  id: 'personal-tax-code',
  name: { vi: 'mã số thuế cá nhân, hộ kinh doanh', en: 'tax code of an individual or household business' },
  severity: 'error',
  signs: {
    phrases: [
      ...[
        'ma so thue ca nhan',
        'mst ca nhan',
        'mst cn',
        'mstcn',
        'ma so thue nguoi nop thue',
        'ma so thue ho kinh doanh',
      ],
      ...[
        'ma so thue cong dan',
        'ma so thue nguoi dan',
        'personal tax code',
        'individual tax code',
        'personal tax id',
      ],
    ],
  },
  pattern: '^([0-9]{12}|[0-9]{10}(-?[0-9]{3})?)$',
  accepts: ['001087123456'],
  rejects: ['12345', '00108712345', ''],
  minLength: 10,
  maxLength: 14,
  capacity: 12,
  verify: taxCodeProblem,
  docs: {
    why: {
      vi: 'Từ 01/7/2025 số định danh cá nhân (12 chữ số) thay cho mã số thuế của cá nhân, hộ kinh doanh. Trường chỉ nhận 10 chữ số sẽ từ chối người nộp thuế mới.',
      en: 'Since 1 July 2025 the 12-digit personal identification number replaces the tax code of individuals and household businesses. A field that takes 10 digits only turns new taxpayers away.',
    },
    example: '001087123456',
    sources: ['86/2024/TT-BTC'],
    confidence: secondary,
  },
}
