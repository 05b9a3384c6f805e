import { masterData } from '../src/master-data.ts'
import { platformsIn } from '../src/platforms.ts'

const codes = (text: string) => platformsIn(text).map(({ code }) => code)

describe('integration platforms', () => {
  it('[R24] are known by code and by name, the level telling them apart', () => {
    expect(codes('Kết nối qua NDXP và LGSP của bộ')).toEqual(['LGSP', 'NDXP'])
    expect(codes('Nền tảng chia sẻ, điều phối dữ liệu của Trung tâm dữ liệu quốc gia')).toEqual(['NDOP'])
    expect(codes('nền tảng chia sẻ, điều phối dữ liệu cấp tỉnh')).toEqual(['LDOP'])
    expect(codes('Nền tảng tích hợp, chia sẻ dữ liệu quốc gia')).toEqual(['NDXP'])
    expect(codes('Nền tảng tích hợp, chia sẻ dữ liệu cấp bộ, cấp tỉnh')).toEqual(['LGSP'])
    expect(codes('qua trục NGSP')).toEqual(['NDXP'])
    expect(codes('nền tảng chia sẻ ảnh')).toEqual([])
  })
})

describe('master data', () => {
  it('[R25] has one source for each attribute', () => {
    const all = masterData.flatMap(({ key, attributes }) => [...key, ...attributes])
    expect(new Set(all).size).toBe(all.length)
    expect(new Set(masterData.map(({ source }) => source)).size).toBe(masterData.length)
  })
})
