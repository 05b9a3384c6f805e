/** A province as of Decision 19/2025/QĐ-TTg. `before` is what the same code meant until 30 June 2025; `mergedFrom` names what became part of it. */
export interface Province {
  readonly code: string
  readonly name: string
  readonly before: string
  readonly mergedFrom: readonly string[]
}

/**
 * The 34 provinces and their codes, in force since 1 July 2025.
 * Source: Decision 19/2025/QĐ-TTg through third-party copies (the vietnamese-provinces-database data set agrees).
 * `before` and `mergedFrom` are general knowledge, not confirmed by a source.
 */
export const provinces: readonly Province[] = [
  { code: '01', name: 'Hà Nội', before: 'Hà Nội', mergedFrom: [] },
  { code: '04', name: 'Cao Bằng', before: 'Cao Bằng', mergedFrom: [] },
  { code: '08', name: 'Tuyên Quang', before: 'Tuyên Quang', mergedFrom: ['Hà Giang', 'Tuyên Quang'] },
  { code: '11', name: 'Điện Biên', before: 'Điện Biên', mergedFrom: [] },
  { code: '12', name: 'Lai Châu', before: 'Lai Châu', mergedFrom: [] },
  { code: '14', name: 'Sơn La', before: 'Sơn La', mergedFrom: [] },
  { code: '15', name: 'Lào Cai', before: 'Yên Bái', mergedFrom: ['Lào Cai', 'Yên Bái'] },
  { code: '19', name: 'Thái Nguyên', before: 'Thái Nguyên', mergedFrom: ['Bắc Kạn', 'Thái Nguyên'] },
  { code: '20', name: 'Lạng Sơn', before: 'Lạng Sơn', mergedFrom: [] },
  { code: '22', name: 'Quảng Ninh', before: 'Quảng Ninh', mergedFrom: [] },
  { code: '24', name: 'Bắc Ninh', before: 'Bắc Giang', mergedFrom: ['Bắc Giang', 'Bắc Ninh'] },
  { code: '25', name: 'Phú Thọ', before: 'Phú Thọ', mergedFrom: ['Phú Thọ', 'Vĩnh Phúc', 'Hòa Bình'] },
  { code: '31', name: 'Hải Phòng', before: 'Hải Phòng', mergedFrom: ['Hải Phòng', 'Hải Dương'] },
  { code: '33', name: 'Hưng Yên', before: 'Hưng Yên', mergedFrom: ['Hưng Yên', 'Thái Bình'] },
  { code: '37', name: 'Ninh Bình', before: 'Ninh Bình', mergedFrom: ['Ninh Bình', 'Hà Nam', 'Nam Định'] },
  { code: '38', name: 'Thanh Hóa', before: 'Thanh Hóa', mergedFrom: [] },
  { code: '40', name: 'Nghệ An', before: 'Nghệ An', mergedFrom: [] },
  { code: '42', name: 'Hà Tĩnh', before: 'Hà Tĩnh', mergedFrom: [] },
  { code: '44', name: 'Quảng Trị', before: 'Quảng Bình', mergedFrom: ['Quảng Bình', 'Quảng Trị'] },
  { code: '46', name: 'Huế', before: 'Thừa Thiên Huế', mergedFrom: [] },
  { code: '48', name: 'Đà Nẵng', before: 'Đà Nẵng', mergedFrom: ['Đà Nẵng', 'Quảng Nam'] },
  { code: '51', name: 'Quảng Ngãi', before: 'Quảng Ngãi', mergedFrom: ['Quảng Ngãi', 'Kon Tum'] },
  { code: '52', name: 'Gia Lai', before: 'Bình Định', mergedFrom: ['Bình Định', 'Gia Lai'] },
  { code: '56', name: 'Khánh Hòa', before: 'Khánh Hòa', mergedFrom: ['Khánh Hòa', 'Ninh Thuận'] },
  { code: '66', name: 'Đắk Lắk', before: 'Đắk Lắk', mergedFrom: ['Đắk Lắk', 'Phú Yên'] },
  { code: '68', name: 'Lâm Đồng', before: 'Lâm Đồng', mergedFrom: ['Lâm Đồng', 'Đắk Nông', 'Bình Thuận'] },
  { code: '75', name: 'Đồng Nai', before: 'Đồng Nai', mergedFrom: ['Đồng Nai', 'Bình Phước'] },
  {
    code: '79',
    name: 'Hồ Chí Minh',
    before: 'Hồ Chí Minh',
    mergedFrom: ['Hồ Chí Minh', 'Bình Dương', 'Bà Rịa - Vũng Tàu'],
  },
  { code: '80', name: 'Tây Ninh', before: 'Long An', mergedFrom: ['Long An', 'Tây Ninh'] },
  { code: '82', name: 'Đồng Tháp', before: 'Tiền Giang', mergedFrom: ['Tiền Giang', 'Đồng Tháp'] },
  { code: '86', name: 'Vĩnh Long', before: 'Vĩnh Long', mergedFrom: ['Vĩnh Long', 'Bến Tre', 'Trà Vinh'] },
  { code: '91', name: 'An Giang', before: 'Kiên Giang', mergedFrom: ['An Giang', 'Kiên Giang'] },
  { code: '92', name: 'Cần Thơ', before: 'Cần Thơ', mergedFrom: ['Cần Thơ', 'Sóc Trăng', 'Hậu Giang'] },
  { code: '96', name: 'Cà Mau', before: 'Cà Mau', mergedFrom: ['Cà Mau', 'Bạc Liêu'] },
]

/** The day from which the 34 codes hold. */
export const provincesInForceFrom = '2025-07-01'

const byCode = new Map(provinces.map(province => [province.code, province]))

/** The province that has the code today. */
export const provinceOf = (code: string): Province | undefined => byCode.get(code)

/** True for a code that named another province until 30 June 2025 (15, 24, 44, 52, 80, 82, 91): without a date it is ambiguous. */
export const hasChangedMeaning = ({ name, before }: Province): boolean => !before.endsWith(name)

/** The province of today that took in the one of that name. */
export const successorOf = (formerName: string): Province | undefined =>
  provinces.find(province => province.mergedFrom.includes(formerName)) ??
  provinces.find(province => province.name === formerName)
