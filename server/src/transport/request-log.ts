import type { ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'

/** One line a request: method, address without secrets or query, status, duration. Never a header or a body. */
export const requestLog = (logger: Logger) =>
  pinoHttp({
    logger,
    quietReqLogger: true,
    customLogLevel: (_request, response, error) => levelOf(response, error),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    serializers: {
      req: (request: { method: string; url: string }) => ({
        method: request.method,
        path: safePath(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: () => undefined,
    },
  })

const levelOf = (response: ServerResponse, error: Error | undefined) => {
  if (error || response.statusCode >= 500) return 'warn'
  return 'info'
}

/** One-time links carry their secret in the path, searches may carry names in the query. */
export const safePath = (url: string): string =>
  url.replace(/\?.*$/s, '').replace(/(sign-in-links|first-administrator)\/[^/]+/, '$1/[secret]')
