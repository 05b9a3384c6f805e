import { withoutDiacritics } from '@lienthong/plugin-sdk'
import { conventionOf, inStyle, type Style, stylesOf } from '../src/names/style.ts'

const convention = (...names: string[]) => conventionOf(names.map(stylesOf))

describe('styles of names', () => {
  it.each<[string, Style[]]>([
    ['ten', ['camelCase', 'snake_case', 'kebab-case']],
    ['hoTên', ['camelCase']],
    ['ĐịaChỉ', ['PascalCase']],
    ['CCCD', ['PascalCase', 'CONSTANT_CASE']],
    ['địa_chỉ_2', ['snake_case']],
    ['dia-chi', ['kebab-case']],
    ['DIA_CHI', ['CONSTANT_CASE']],
    ['dia_Chi', []],
    ['Họ tên', []],
  ])('[R10] %s fits %j', (name, styles) => expect(stylesOf(name)).toEqual(styles))

  it('[R10] sees a convention in three names, and in three of four', () => {
    expect(convention('hoTen', 'ngaySinh').style).toBeNull()
    expect(convention('hoTen', 'ngaySinh', 'noiSinh').style).toBe('camelCase')
    expect(convention('hoTen', 'ngaySinh', 'noiSinh', 'Quê quán').style).toBe('camelCase')
    expect(convention('hoTen', 'ngaySinh', 'noiSinh', 'que_quan', 'DanToc').style).toBeNull()
  })

  it('[R10] does not count names that fit several styles', () => {
    expect(convention('ma', 'ten', 'loai', 'hoTen').counts).toEqual([])
    expect(convention('ma', 'ten', 'loai', 'hoTen', 'ngay_sinh', 'noiSinh').counts).toEqual([
      ['camelCase', 2],
      ['snake_case', 1],
    ])
  })

  it.each<[string, Style, string]>([
    ['Số định danh', 'camelCase', 'sốĐịnhDanh'],
    ['soCCCDCu', 'snake_case', 'so_cccd_cu'],
    ['so_dinh_danh', 'PascalCase', 'SoDinhDanh'],
    ['DiaChi2', 'kebab-case', 'dia-chi2'],
    ['diaChi', 'CONSTANT_CASE', 'DIA_CHI'],
  ])('[R10] %s in %s is %s', (name, style, to) => expect(inStyle(name, style)).toBe(to))

  it('[R10] takes diacritics away however they are encoded, and leaves other letters', () => {
    expect(withoutDiacritics('ĐịaChỉ đường')).toBe('DiaChi duong')
    expect(withoutDiacritics('ĐịaChỉ'.normalize('NFD'))).toBe('DiaChi')
  })
})
