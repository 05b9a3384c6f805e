import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm'
import { isDatabaseTrouble } from './database-trouble.ts'

const coded = (code: string) => Object.assign(new Error('any words'), { code })

describe('whether a failure is the database', () => {
  it.each([
    '57P01',
    '57P03',
    '08006',
    '53300',
    '55P03',
    '40P01',
    '25006',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_FULL',
    'ECONNREFUSED',
  ])('[O17] %s is, also inside of what TypeORM throws', code => {
    expect(isDatabaseTrouble(coded(code))).toBe(true)
    expect(isDatabaseTrouble(new QueryFailedError('', [], coded(code)))).toBe(true)
  })

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    '[O17] what the driver says without a code is: %s',
    message => {
      expect(isDatabaseTrouble(new QueryFailedError('', [], new Error(message)))).toBe(true)
    },
  )

  it('[O17] a transaction that lost its connection is', () => {
    expect(isDatabaseTrouble(new QueryRunnerAlreadyReleasedError())).toBe(true)
  })

  it.each(['23505', '42P01', '22P02', '57000', 'SQLITE_CONSTRAINT', 'SQLITE_CORRUPT', 'ENOENT'])(
    '[O17] %s is not: it would fail again',
    code => {
      expect(isDatabaseTrouble(new QueryFailedError('', [], coded(code)))).toBe(false)
    },
  )

  it('[O17] a bug is not', () => {
    expect(isDatabaseTrouble(new TypeError('cannot read'))).toBe(false)
    expect(isDatabaseTrouble('Connection terminated')).toBe(false)
  })
})
