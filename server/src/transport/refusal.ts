import { randomUUID } from 'node:crypto'
import { errorTable, ProtocolError } from '@lienthong/protocol'
import { Logger } from '@nestjs/common'
import { isDatabaseTrouble } from '../database/database-trouble.ts'

const logger = new Logger('Refusal')

/**
 * What the caller is told about a failure. An expected one goes out as it is, a database that is away as SERVER_DEGRADED; anything else
 * is a bug: logged once, here, with a reference, and answered as INTERNAL with that reference.
 */
export const refusalOf = (error: unknown, where: string): ProtocolError => {
  if (error instanceof ProtocolError) return logged(error, where)
  if (isDatabaseTrouble(error)) return logged(new ProtocolError('SERVER_DEGRADED'), where)
  const reference = randomUUID().slice(0, 8)
  const stack = error instanceof Error ? (error.stack ?? error.message) : 'not an Error'
  logger.error({ msg: 'a bug', where, reference, stack })
  return new ProtocolError('INTERNAL', { reference })
}

const logged = (refusal: ProtocolError, where: string): ProtocolError => {
  const level = errorTable[refusal.code].log
  if (level === 'error' || level === 'warn') logger[level]({ msg: refusal.code, where })
  else logger.debug({ msg: refusal.code, where })
  return refusal
}
