import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm'

/**
 * Whether something failed because of the database and not of what was asked of it: it is away, restarting, out of room, or somebody
 * holds what is needed for too long. The same may work in a moment.
 */
export const isDatabaseTrouble = (error: unknown): boolean => {
  if (error instanceof QueryFailedError) return isDatabaseTrouble(error.driverError)
  // TypeORM takes a connection away from a transaction whose connection has ended.
  if (error instanceof QueryRunnerAlreadyReleasedError) return true
  if (!(error instanceof Error)) return false
  return 'code' in error ? troubles.test(String(error.code)) : endedConnection.test(error.message)
}

/**
 * PostgreSQL's classes 08 (connection), 53 (resources) and 57 (operator), a deadlock, a lock that did not come in time, a database that
 * only reads since a failover, and the operating system's (https://www.postgresql.org/docs/current/errcodes-appendix.html); SQLite's
 * busy, full and failing disk (https://sqlite.org/rescode.html); the network's.
 */
const troubles =
  /^(08...|53...|57P..|57014|40001|40P01|55P03|25006|58030|SQLITE_(BUSY|FULL|IOERR).*|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/

/** What pg and its pool say, without a code, when a connection has ended, does not come about, or is silent. */
const endedConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|PostgreSQL is silent)/
