import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm'
import { databaseTroubleOf } from './database-trouble.ts'

const coded = (code: string) => Object.assign(new Error('any words'), { code })

describe('whether a failure is the database', () => {
  it.each([
    '57P01',
    '57P03',
    '08006',
    '28P01',
    '53300',
    '55P03',
    '40P01',
    '25006',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_FULL',
    'ECONNREFUSED',
  ])('[O17] %s is, also inside of what TypeORM throws', code => {
    expect(databaseTroubleOf(coded(code))).toBe(code)
    expect(databaseTroubleOf(new QueryFailedError('', [], coded(code)))).toBe(code)
  })

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    '[O17] what the driver says without a code is: %s',
    message => {
      expect(databaseTroubleOf(new QueryFailedError('', [], new Error(message)))).toBe(message)
    },
  )

  it('[O17] a transaction that lost its connection is', () => {
    expect(databaseTroubleOf(new QueryRunnerAlreadyReleasedError())).toBe('the connection has ended')
  })

  it.each(['23505', '08P01', '42P01', '22P02', '57000', 'SQLITE_CONSTRAINT', 'SQLITE_CORRUPT', 'ENOENT'])(
    '[O17] %s is not: it would fail again',
    code => {
      expect(databaseTroubleOf(new QueryFailedError('', [], coded(code)))).toBeNull()
    },
  )

  it('[O17] a bug is not', () => {
    expect(databaseTroubleOf(new TypeError('cannot read'))).toBeNull()
    expect(databaseTroubleOf('Connection terminated')).toBeNull()
  })
})
