import { secondary, thirdParty } from '@lienthong/plugin-sdk'
import { isCountryCode } from '../codes/countries.ts'
import { type Identifier } from '../identifier.ts'

export const gender: Identifier = {
  id: 'gender-code',
  name: { vi: 'mã giới tính', en: 'gender code' },
  severity: 'warning',
  signs: {
    phrases: ['ma gioi tinh', 'gioi tinh', 'gender code', 'gender', 'sex code'],
    unless: ['the', 'ratio', 'binh', 'equality'],
  },
  pattern: '^[012]$',
  accepts: ['0', '1', '2'],
  rejects: ['M', '3', ''],
  minLength: 1,
  maxLength: 1,
  docs: {
    why: {
      vi: 'Quy chuẩn trao đổi dùng mã: 0 chưa có thông tin, 1 nam, 2 nữ. Mỗi nơi một cách ghi (M/F, Nam/Nữ) thì không ghép được dữ liệu.',
      en: 'The exchange standard uses codes: 0 no information, 1 male, 2 female. Where everybody writes it differently (M/F, Nam/Nữ) data cannot be joined.',
    },
    example: '1',
    sources: ['QCVN 109:2017/BTTTT', '02/2017/TT-BTTTT'],
    confidence: thirdParty,
  },
}

export const country: Identifier = {
  id: 'country-code',
  name: { vi: 'mã quốc gia, quốc tịch', en: 'country or nationality code' },
  severity: 'warning',
  signs: {
    phrases: ['ma quoc gia', 'ma quoc tich', 'ma nuoc', 'country code', 'nationality code'],
    unless: ['dien', 'thoai', 'phone', 'calling', 'csdl'],
  },
  pattern: '^[A-Z]{2}$',
  accepts: ['VN', 'LA'],
  rejects: ['VNM', 'vn', ''],
  minLength: 2,
  maxLength: 2,
  verify: value =>
    isCountryCode(value) ? undefined : { vi: 'không có trong ISO 3166-1', en: 'it is not in ISO 3166-1' },
  docs: {
    why: {
      vi: 'Quốc gia, quốc tịch dùng mã hai chữ cái in hoa của ISO 3166-1.',
      en: 'Countries and nationalities use the two-letter capital codes of ISO 3166-1.',
    },
    example: 'VN',
    sources: ['QCVN 109:2017/BTTTT, phụ lục H', 'ISO 3166-1 alpha-2'],
    confidence: secondary,
  },
}
