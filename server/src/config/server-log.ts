import type { LoggerService } from '@nestjs/common'
import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'
import { StartFailure } from './start-failure.ts'

/** Structured logs, one JSON object a line on stderr: stdout is for what the person who starts the server reads. */
export class ServerLog implements LoggerService {
  readonly pino: Logger

  constructor({ logLevel }: Pick<Config, 'logLevel'>) {
    this.pino = pino(
      { level: logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination(2),
    )
  }

  log(message: unknown, ...rest: unknown[]): void {
    // Nest reports every module and route that it sets up; only of use when debugging.
    this.write('debug', message, rest)
  }

  error(message: unknown, ...rest: unknown[]): void {
    // Nest reports why the application cannot start, with a stack; whoever starts it is told so in two sentences.
    if (message instanceof StartFailure) return
    this.write('error', message, rest)
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest)
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }

  private write(level: 'error' | 'warn' | 'info' | 'debug', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1)
    const fields =
      message instanceof Error ? { msg: message.message, stack: message.stack } : toFields(message)
    this.pino[level]({ ...fields, ...(typeof context === 'string' && { context }) })
  }
}

const toFields = (message: unknown): object =>
  typeof message === 'object' && message !== null ? message : { msg: String(message) }
