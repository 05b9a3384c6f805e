import { isBefore } from '@lienthong/protocol'
import { nextNumbers } from './next-numbers.ts'

it('[U2] offers numbers that come after the last', () => {
  expect(nextNumbers(undefined).map(({ number }) => number)).toEqual(['1.0.0'])
  const offered = nextNumbers('1.9.9').map(({ number }) => number)
  expect(offered).toEqual(['1.9.10', '1.10.0', '2.0.0'])
  expect(offered.every(number => isBefore('1.9.9', number))).toBe(true)
})
