import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm'

/**
 * Why something failed where that is the database and not what was asked of it: it is away, restarting, out of room, lets nobody in, or
 * somebody holds what is needed for too long. The same may work in a moment. A code, or the driver's words, for operators; null for
 * everything else.
 */
export const databaseTroubleOf = (error: unknown): string | null => {
  if (error instanceof QueryFailedError) return databaseTroubleOf(error.driverError)
  // TypeORM takes a connection away from a transaction whose connection has ended.
  if (error instanceof QueryRunnerAlreadyReleasedError) return 'the connection has ended'
  if (!(error instanceof Error)) return null
  if ('code' in error) return troubles.test(String(error.code)) ? String(error.code) : null
  return endedConnection.test(error.message) ? error.message : null
}

/**
 * PostgreSQL's classes 08 (connection, but 08P01 is for what makes no sense), 28 (who may come in), 53 (resources) and 57 (operator), a
 * missing database, a deadlock, a lock or a transaction that took too long, a database that only reads since a failover, and the
 * operating system's (https://www.postgresql.org/docs/current/errcodes-appendix.html); SQLite's busy, full, failing, closed and locked
 * disk (https://sqlite.org/rescode.html); the network's.
 */
const troubles =
  /^(080..|28...|3D000|53...|57P..|57014|40001|40P01|55P03|25006|25P0[34]|58030|SQLITE_(BUSY|FULL|IOERR|READONLY|CANTOPEN).*|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)(UNREACH|DOWN)|EADDRNOTAVAIL|E[MN]FILE|ENOTFOUND|EAI_AGAIN)$/

/** What pg and its pool say, without a code, when a connection has ended, does not come about, or is silent. */
const endedConnection =
  /^(Connection terminated|Client (has encountered a connection error|was closed)|timeout exceeded when trying to connect|timeout expired|PostgreSQL is silent)/
