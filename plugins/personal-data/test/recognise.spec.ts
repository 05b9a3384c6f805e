import { basicKinds } from '../src/kinds/basic.ts'
import { isSensitive } from '../src/kinds/kind.ts'
import { kindOf } from '../src/kinds/recognise.ts'
import { sensitiveKinds } from '../src/kinds/sensitive.ts'

const named = (name: string, description?: string) =>
  kindOf({ name, description: description ?? null })?.category.name.en

describe('kindOf', () => {
  it.each([
    ['hoTen', 'name'],
    ['ho_va_ten', 'name'],
    ['Họ và tên', 'name'],
    ['họ_tên_mẹ', 'name'],
    ['ngaySinh', 'date of birth or death'],
    ['BIRTH_DATE', 'date of birth or death'],
    ['noiThuongTru', 'place of birth, residence or contact'],
    ['gioi_tinh', 'gender'],
    ['quocTich', 'nationality'],
    ['so_dien_thoai', 'phone number'],
    ['SDT', 'phone number'],
    ['soDinhDanhCaNhan', 'personal identification number'],
    ['soHoChieu', 'passport, licence or plate number'],
    ['tinhTrangHonNhan', 'marital status'],
    ['email', 'digital account or e-mail'],
    ['maSoBhxh', 'other data that identifies a person'],
    ['danToc', 'racial or ethnic origin'],
    ['ton_giao', 'political or religious views'],
    ['nhomMau', 'state of health'],
    ['Tình trạng sức khỏe', 'state of health'],
    ['dauVanTay', 'biometric or genetic data'],
    ['anhCccd', 'image of an identity card'],
    ['so_tai_khoan_ngan_hang', 'bank account or credit'],
    ['tien_an_tien_su', 'crimes and breaches of law'],
    ['lichSuDiChuyen', 'location of a person'],
  ])('[R14] takes %s for %s', (name, category) => expect(named(name)).toBe(category))

  it.each([
    'ten',
    'diaChi',
    'maSoThue',
    'ngayCapCccd',
    'soLuongDienThoai',
    'dienThoaiCoQuan',
    'maQuocGia',
    'coSoTonGiao',
    'banDanToc',
    'soDinhDanhTaiSan',
    'trangThai',
    'certificateFingerprint',
    'genderRatio',
  ])('[R14] does not take %s for personal data', name => expect(named(name)).toBeUndefined())

  it('[R14] reads the beginning of a description, and the format', () => {
    expect(named('a', 'Quốc tịch của người đại diện')).toBe('nationality')
    expect(named('a', 'Cơ quan cấp hộ chiếu, kèm quốc tịch')).toBeUndefined()
    expect(kindOf({ name: 'lienLac', format: 'email' })?.form).toBe('email')
  })

  it('[R14] writes its phrases as it reads words', () => {
    const phrases = [...basicKinds, ...sensitiveKinds].flatMap(({ signs }) => [
      ...signs.phrases,
      ...(signs.unless ?? []),
    ])
    expect(phrases.filter(phrase => !/^[a-z]+(?: [a-z]+)*$/.test(phrase))).toEqual([])
  })
})

it('[R15] says of no category that a source does not confirm that it is sensitive', () => {
  const doubtful = sensitiveKinds.filter(({ category }) => !category.isConfirmed)
  expect(doubtful.length).toBeGreaterThan(0)
  expect(doubtful.filter(isSensitive)).toEqual([])
})
