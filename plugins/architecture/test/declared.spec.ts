import { isOf } from '../src/rules/declared.ts'

describe('declarations', () => {
  it('[R26] are one value of each group, in Vietnamese or English, in any case', () => {
    const groups = [
      ['cot loi', 'core'],
      ['mo', 'open'],
    ]
    expect(['Cốt lõi, mở', 'open', 'CORE; Open'].map(value => isOf(groups, value))).toEqual([
      true,
      true,
      true,
    ])
    expect(['', 'mật', 'core, cốt lõi', 'core, x'].map(value => isOf(groups, value))).toEqual(
      Array(4).fill(false),
    )
  })
})
