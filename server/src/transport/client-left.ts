import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { Response } from 'express'

/** Comes when the client has closed the connection before it was answered: for what is worth stopping then. */
export const ClientLeft = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const left = new AbortController()
  const response = context.switchToHttp().getResponse<Response>()
  // Of a response, not of the request: that one is closed as soon as it is read.
  response.once('close', () => left.abort())
  return left.signal
})
