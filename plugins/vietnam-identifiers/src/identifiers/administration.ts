import { directiveNumber, secondary, unverified } from '@lienthong/plugin-sdk'
import { type Identifier } from '../identifier.ts'

/** The 13-character form of QCVN 102:2016, replaced by Decision 20/2020. */
export const isLegacyOrganisationCode = (value: string): boolean =>
  /^[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}$/.test(value)

export const organisationCode: Identifier = {
  id: 'organisation-code',
  name: { vi: 'mã định danh điện tử của cơ quan, tổ chức', en: 'electronic identifier of an agency' },
  severity: 'error',
  signs: {
    phrases: [
      ...[
        'ma dinh danh dien tu cua co quan',
        'ma dinh danh dien tu',
        'ma dinh danh co quan',
        'ma dinh danh to chuc',
      ],
      ...[
        'ma dinh danh don vi',
        'ma co quan',
        'ma to chuc',
        'ma don vi quan ly',
        'agency code',
        'organisation code',
      ],
      ...['organization code', 'agency identifier', 'organisation identifier', 'organization identifier'],
    ],
    unless: ['thue', 'bhxh', 'hanh', 'tinh', 'xa', 'nhan', 'tax'],
  },
  pattern: String.raw`^(?=.{3,35}$)[A-Z0-9]+(\.[A-Z0-9]+)*$`,
  accepts: ['G01', 'G12.18', 'H56.01.02'],
  rejects: ['g01', 'G12..18', 'G12.18.', ''],
  minLength: 3,
  maxLength: 35,
  docs: {
    why: {
      vi: 'Mã định danh điện tử gồm các nhóm chữ số, chữ in hoa cách nhau bằng dấu chấm, tối đa 35 ký tự; nhóm đầu là bộ, ngành (G…) hoặc tỉnh (H…). Danh mục mã sau sắp xếp bộ máy năm 2025 chưa được kiểm chứng nên quy tắc không dùng danh mục đóng.',
      en: 'The identifier is made of groups of digits and capitals separated by dots, at most 35 characters; the first group is a ministry (G…) or a province (H…). The codes after the mergers of 2025 are not verified, so no closed list is used.',
    },
    example: 'G12.18',
    sources: ['20/2020/QĐ-TTg', '09/2025/QĐ-TTg'],
    confidence: secondary,
  },
}

export const procedureCode: Identifier = {
  id: 'procedure-code',
  name: { vi: 'mã thủ tục hành chính', en: 'administrative procedure code' },
  severity: 'warning',
  signs: {
    phrases: [
      ...['ma thu tuc hanh chinh', 'ma so thu tuc hanh chinh', 'ma tthc', 'ma so tthc', 'ma thu tuc'],
      ...['administrative procedure code', 'procedure code', 'procedure id'],
    ],
  },
  pattern: String.raw`^[0-9]\.[0-9]{6}(\.[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2})?$`,
  accepts: ['1.004944', '2.000815'],
  rejects: ['1004944', '1.4944', ''],
  minLength: 8,
  maxLength: 22,
  capacity: 8,
  docs: {
    why: {
      vi: 'Mã thủ tục hành chính gồm một chữ số, dấu chấm và sáu chữ số (1.004944); bản xuất từ cổng dịch vụ công có thể nối thêm mã cơ quan. Lưu dưới dạng số sẽ mất các số 0 ở cuối.',
      en: 'A procedure code is one digit, a dot and six digits (1.004944); exports of the portal may append the agency. Stored as a number it loses trailing zeros.',
    },
    example: '1.004944',
    sources: ['kiến thức chung / general knowledge'],
    confidence: unverified,
  },
}

export const documentNumber: Identifier = {
  id: 'document-number',
  name: { vi: 'số, ký hiệu văn bản', en: 'document number and symbol' },
  severity: 'warning',
  signs: {
    phrases: [
      ...[
        'so ky hieu van ban',
        'so hieu van ban',
        'so va ky hieu van ban',
        'so ky hieu',
        'so hieu quyet dinh',
        'ky hieu van ban',
      ],
      ...[
        'document symbol',
        'document number and symbol',
        'legal document number',
        'official document number',
      ],
    ],
  },
  pattern: `^${directiveNumber}$`,
  accepts: ['06/QĐ-TTg', '194/2025/NĐ-CP', '60/2024/QH15', '57-NQ/TW'],
  rejects: ['57 NQ TW', 'NĐ-CP 194/2025', ''],
  minLength: 5,
  maxLength: 40,
  capacity: 15,
  verify: value =>
    value.includes('\u00D0')
      ? {
          vi: 'dùng chữ Ð (Eth, U+00D0) thay cho chữ Đ (U+0110)',
          en: 'it has the letter Eth (U+00D0) in place of Đ (U+0110)',
        }
      : undefined,
  docs: {
    why: {
      vi: 'Số, ký hiệu văn bản là khóa nối mọi trường dữ liệu với căn cứ pháp lý. Văn bản nhà nước: "06/QĐ-TTg", "194/2025/NĐ-CP", "60/2024/QH15"; văn bản của Đảng: "57-NQ/TW". Viết thừa dấu cách hoặc sai chữ Đ thì không tra được.',
      en: 'The number and symbol is the key that ties every field to its legal basis. State: "06/QĐ-TTg", "194/2025/NĐ-CP", "60/2024/QH15"; Party: "57-NQ/TW". A stray space or a wrong Đ and it is not found.',
    },
    example: '194/2025/NĐ-CP',
    sources: ['30/2020/NĐ-CP', 'mẫu biểu thức do Liên Thông đặt / the pattern is ours'],
    confidence: {
      vi: 'biểu thức do chúng tôi đặt, thử trên số hiệu các văn bản đã thu thập; quy tắc này vì vậy chỉ là cảnh báo',
      en: 'the pattern is ours, tried on the numbers of the documents collected; this rule only warns for that reason',
    },
  },
}
