import { Injectable } from '@nestjs/common'
import { Config } from '../config/config.ts'
import { TokenBuckets } from './allowances.ts'
import type { ClientSocket } from './client-socket.ts'

/** Opening a folder or coming back after a pause asks for much at once. */
const burstSeconds = 10

/**
 * How fast each person's messages are read, on all their connections together (rule S18). A message has cost its reading before
 * anybody can refuse it, so whoever sends too many is read more slowly: nothing is lost, and TCP makes the sender wait.
 */
@Injectable()
export class ReadingPace {
  private readonly messages: TokenBuckets

  constructor(config: Config) {
    this.messages = new TokenBuckets(config.editLimits.messagesPerSecondPerPerson, burstSeconds)
  }

  /** Keeps a connection at its person's pace until it ends. */
  keep({ conn, data }: ClientSocket): void {
    const reading = readingOf(conn.transport)
    let isPaused = false
    const settle = (count: number): void => {
      const waitMs = this.messages.charge(data.actor.personId, count)
      if (waitMs === 0) {
        if (isPaused) reading.resume()
        isPaused = false
        return
      }
      if (!isPaused) reading.pause()
      isPaused = true
      setTimeout(settle, waitMs, 0).unref()
    }
    conn.on('packet', () => {
      // What had been read with the message that was one too many still comes.
      if (isPaused) this.messages.charge(data.actor.personId, 1)
      else settle(1)
    })
  }
}

interface Reading {
  pause(): void
  resume(): void
}

/** The connection's WebSocket, which engine.io keeps to itself. */
const readingOf = (transport: object): Reading => {
  const socket: unknown = Reflect.get(transport, 'socket')
  if (isReading(socket)) return socket
  throw new Error('the transport is no WebSocket')
}

const isReading = (socket: unknown): socket is Reading =>
  typeof socket === 'object' && socket !== null && 'pause' in socket && 'resume' in socket
