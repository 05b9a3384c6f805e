import { newestFirst } from './named-states.ts'

describe('named states', () => {
  it('[H6, H10] come newest state first, what was published above the names of the same state', () => {
    const checkpoints = [
      { name: 'gửi Bộ', seq: 7 },
      { name: 'gửi thẩm định', seq: 4 },
      { name: 'nháp', seq: 4 },
    ]
    const versions = [
      { number: '1.10.0', seq: 9 },
      { number: '1.9.0', seq: 4 },
    ]
    const told = newestFirst(checkpoints, versions).map(state =>
      'number' in state ? state.number : state.name,
    )
    expect(told).toEqual(['1.10.0', 'gửi Bộ', '1.9.0', 'gửi thẩm định', 'nháp'])
  })
})
