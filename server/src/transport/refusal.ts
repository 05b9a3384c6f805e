import { randomUUID } from 'node:crypto'
import { errorTable, ProtocolError } from '@lienthong/protocol'
import { Logger } from '@nestjs/common'
import { databaseTroubleOf } from '../database/database-trouble.ts'

const logger = new Logger('Refusal')

/**
 * What the caller is told about a failure. An expected one goes out as it is, a database that is away as SERVER_DEGRADED; anything else
 * is a bug: logged once, here, with a reference, and answered as INTERNAL with that reference.
 */
export const refusalOf = (error: unknown, where: string): ProtocolError => {
  if (error instanceof ProtocolError) {
    const level = errorTable[error.code].log
    if (level === 'error' || level === 'warn') logger[level]({ msg: error.code, where })
    else logger.debug({ msg: error.code, where })
    return error
  }
  const trouble = databaseTroubleOf(error)
  if (trouble !== null) {
    logger.error({ msg: 'SERVER_DEGRADED', where, reason: trouble })
    return new ProtocolError('SERVER_DEGRADED')
  }
  const reference = randomUUID().slice(0, 8)
  const stack = error instanceof Error ? (error.stack ?? error.message) : 'not an Error'
  logger.error({ msg: 'a bug', where, reference, stack })
  return new ProtocolError('INTERNAL', { reference })
}
