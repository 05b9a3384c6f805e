import { isBefore } from './versions.ts'

it('[U2] orders numbers part by part', () => {
  const numbers = ['0.0.1', '0.1.0', '0.9.9', '0.10.0', '1.0.0', '1.0.10', '2.0.0', '10.0.0']
  numbers.forEach((one, at) => {
    numbers.forEach((other, index) => {
      expect(isBefore(one, other)).toBe(at < index)
    })
  })
})
