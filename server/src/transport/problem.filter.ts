import { errorTable, type Problem, ProtocolError } from '@lienthong/protocol'
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common'
import type { Request, Response } from 'express'
import { refusalOf } from './refusal.ts'
import { safePath } from './request-log.ts'

/** Answers every failed REST request with RFC 9457 problem+json that carries the error table's code. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp()
    const request = http.getRequest<Request>()
    const response = http.getResponse<Response>()
    if (response.headersSent) return
    const refusal = refusalOf(fromFramework(error, request), `${request.method} ${routeOf(request)}`)
    const { seconds } = refusal.params
    if (refusal.code === 'RATE_LIMITED' && seconds !== undefined) response.setHeader('Retry-After', seconds)
    if (problemOf(refusal).status === 401) response.setHeader('WWW-Authenticate', 'Bearer')
    response.status(problemOf(refusal).status).type('application/problem+json').json(problemOf(refusal))
  }
}

/** A refusal as problem+json. */
export const problemOf = ({ code, params, message }: ProtocolError): Problem => ({
  type: `urn:lienthong:problem:${code}`,
  title: message,
  status: errorTable[code].status,
  code,
  params: { ...params },
})

/** The route's pattern, not the address: addresses may carry one-time tokens. */
const routeOf = (request: Request): string => {
  const route: unknown = request.route
  return typeof route === 'object' && route && 'path' in route ? String(route.path) : 'unrouted'
}

/** What Nest and Express refuse by themselves: unknown routes, broken JSON, bodies that are too large. */
const fromFramework = (error: unknown, request: Request): unknown => {
  const status = statusOf(error)
  if (status === 404)
    return new ProtocolError('RECORD_NOT_FOUND', { kind: 'address', id: safePath(request.path) })
  if (status === 413) return new ProtocolError('MESSAGE_INVALID', { detail: 'the body is too large' })
  if (status !== undefined && status < 500)
    return new ProtocolError('MESSAGE_INVALID', { detail: `the body is not JSON (HTTP ${status})` })
  return error
}

const statusOf = (error: unknown): number | undefined => {
  if (error instanceof ProtocolError) return undefined
  if (error instanceof HttpException) return error.getStatus()
  if (error instanceof Error && 'status' in error && typeof error.status === 'number') return error.status
  return undefined
}
