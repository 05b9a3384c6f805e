import { ProtocolError } from '@lienthong/protocol'
import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common'
import { ApiHeader } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { type Observable, tap } from 'rxjs'

/** Version 3 of a record is `"3"`. */
export const etagOf = (version: number): string => `"${version}"`

/** Puts the ETag on every answer that is a record, that is, has a numeric `version`. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      tap(answer => {
        if (!isRecord(answer)) return
        context.switchToHttp().getResponse<Response>().setHeader('ETag', etagOf(answer.version))
      }),
    )
  }
}

const isRecord = (answer: unknown): answer is { version: number } =>
  typeof answer === 'object' && answer !== null && 'version' in answer && typeof answer.version === 'number'

const VersionFromHeader = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match']
  if (header === undefined) throw new ProtocolError('PRECONDITION_MISSING')
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(header) ?? []
  if (version === undefined) throw new ProtocolError('RECORD_CHANGED')
  return Number(version)
})

/** The version that the caller read, from If-Match. Errors: PRECONDITION_MISSING, RECORD_CHANGED (a tag that is none of ours). */
export const IfMatch = (): ParameterDecorator => (target, method, index) => {
  VersionFromHeader()(target, method, index)
  const descriptor = method && Object.getOwnPropertyDescriptor(target, method)
  if (method && descriptor) ApiHeader({ name: 'If-Match', required: true })(target, method, descriptor)
}
