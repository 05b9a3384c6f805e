import { FileRefused, ProtocolError } from '@lienthong/protocol'
import { Failure } from './failure.ts'

/** 2 for what was refused: the person can put it right. 3 for what broke on the way, so that there is no result to rely on. */
export function exitCodeOf(error: unknown): 2 | 3 {
  if (error instanceof Failure) return error.code === 'CHECKER_GONE' ? 3 : 2
  return error instanceof FileRefused || error instanceof ProtocolError ? 2 : 3
}
