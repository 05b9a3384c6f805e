import { identify } from '../src/identify.ts'

const named = (name: string, description?: string) => identify({ name, description })?.id

describe('identify', () => {
  it.each([
    ['soDinhDanhCaNhan', 'personal-id'],
    ['so_dinh_danh_ca_nhan', 'personal-id'],
    ['SO_DINH_DANH_CA_NHAN', 'personal-id'],
    ['Số định danh cá nhân', 'personal-id'],
    ['sodinhdanhcanhan', 'personal-id'],
    ['dinhdanhcanhan', 'personal-id'],
    ['soCCCD', 'personal-id'],
    ['cccd_chu_ho', 'personal-id'],
    ['personalIdentificationNumber', 'personal-id'],
    ['citizenId', 'personal-id'],
    ['maSoThue', 'tax-code'],
    ['mst', 'tax-code'],
    ['tax_code', 'tax-code'],
    ['maSoThueCaNhan', 'personal-tax-code'],
    ['ma_so_bhxh', 'social-insurance-number'],
    ['maTinh', 'province-code'],
    ['ma_tinh_thuong_tru', 'province-code'],
    ['provinceCode', 'province-code'],
    ['ma_don_vi_hanh_chinh_cap_xa', 'commune-code'],
    ['maXa', 'commune-code'],
    ['maDinhDanhCoQuan', 'organisation-code'],
    ['ma_thu_tuc_hanh_chinh', 'procedure-code'],
    ['soKyHieuVanBan', 'document-number'],
    ['gioiTinh', 'gender-code'],
    ['maQuocTich', 'country-code'],
  ])('[R6] takes %s for %s', (name, id) => expect(named(name)).toBe(id))

  it.each([
    'ngay_cap_cccd',
    'noiCapCCCD',
    'anhCccd',
    'taxCodeStatus',
    'ten_tinh',
    'maXacThuc',
    'tinhTrang',
    'hoTen',
  ])('[R6] does not take %s for an identifier', name => expect(named(name)).toBeUndefined())

  it('[R6] reads the beginning of a description, with or without diacritics, and nothing further on', () => {
    expect(named('ma1', 'Số định danh cá nhân của công dân, 12 chữ số')).toBe('personal-id')
    expect(named('ma1', 'Ma so thue cua doanh nghiep')).toBe('tax-code')
    expect(named('ma1', 'Ngày cấp số định danh cá nhân')).toBeUndefined()
    expect(named('ma1', 'Tax code expiry date')).toBeUndefined()
  })
})
