import type { PublishedField, PublishedSchema } from '@lienthong/plugin-sdk'
import { holdersOf, KnownFields } from '../src/known-fields.ts'

const field = (name: string, definition: string | null = null): PublishedField => ({
  ...{ name, type: 'unknown', pattern: null, minLength: null, maxLength: null, values: null, definition },
  ...{ isRequired: false, hasDefault: false, isDeprecated: false, personalData: null },
})

const schema: PublishedSchema = {
  ...{ address: 'a/b', database: 'a', version: '1.0.0' },
  entities: [
    { name: '', fields: [field('tên'), field('nơi', 'Địa chỉ'), field('Mã'), field('cha', 'Người')] },
    { name: 'Địa chỉ', fields: [field('tỉnh')] },
    { name: 'Mã', fields: [field('số')] },
    { name: 'Người', fields: [field('cha', 'Người')] },
  ],
}

describe('fields of a published schema', () => {
  const known = new KnownFields(schema)
  const isKnown = (name: string) => known.at(name) !== undefined

  it('[R29] are found in the root, in entities and in objects', () => {
    const names = ['tên', 'nơi.tỉnh', 'Địa chỉ.tỉnh', 'Mã', 'Mã.số', 'cha.cha.cha', 'Người.cha.cha']
    expect(names.filter(name => !isKnown(name))).toEqual([])
    expect(['', '.', 'Địa chỉ', 'tên.tỉnh', 'tỉnh', 'nơi.', '..tên', 'x.y.z'].filter(isKnown)).toEqual([])
  })

  it('[R29] are guessed where they were meant', () => {
    expect(
      ['ten', 'nơi.tinh', 'Địa chỉ.tin', 'Dịa chỉ.tỉnh', 'xyz'].map(name => known.similar(name)),
    ).toEqual(['tên', 'nơi.tỉnh', 'Địa chỉ.tỉnh', 'Địa chỉ.tỉnh', undefined])
  })

  it('[R29] lie in each other', () => {
    expect(holdersOf('a.b.c')).toEqual(['a.b.c', 'a.b', 'a'])
  })
})
