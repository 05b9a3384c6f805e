import { ProtocolError } from '@lienthong/protocol'
import { exitCodeOf } from './exit-code.ts'
import { Failure } from './failure.ts'

it('[T1] tells what was refused from what broke', () => {
  expect(exitCodeOf(new Failure('FILES_NOT_FOUND'))).toBe(2)
  expect(exitCodeOf(new ProtocolError('PLUGIN_NOT_FOUND', { plugin: 'x' }))).toBe(2)
  expect(exitCodeOf(new Failure('CHECKER_GONE'))).toBe(3)
  expect(exitCodeOf(new TypeError('x is not a function'))).toBe(3)
})
