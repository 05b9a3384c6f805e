import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { appModule } from './app.module.ts'
import type { Config } from './config/config.ts'
import { ServerLog } from './config/server-log.ts'
import { servePortal } from './portal/serve-portal.ts'
import { refuseNulInPath } from './transport/nul.ts'
import { serveOpenApi } from './transport/open-api.ts'
import { requestLog } from './transport/request-log.ts'
import { SocketAdapter } from './transport/socket.adapter.ts'

/** The largest REST body: a plugin's code (2 MB) or a document's first text (1.5 MB), escaped as JSON. */
const maxBody = '5mb'

/** A day: the answer never changes, and each question costs a round trip. */
const corsMaxAgeSeconds = 86_400

/** The assembled application, not yet listening. */
export const createApp = async (config: Config): Promise<NestExpressApplication> => {
  const log = new ServerLog(config)
  const app = await NestFactory.create<NestExpressApplication>(appModule(config), {
    logger: log,
    abortOnError: false,
    bodyParser: false,
  })
  app.set('etag', false)
  // Behind a proxy the caller's address is in X-Forwarded-For; elsewhere anybody could write it.
  if (config.publicUrl !== null) app.set('trust proxy', 'loopback, linklocal, uniquelocal')
  app.disable('x-powered-by')
  app.use(requestLog(log.pino))
  app.use(refuseNulInPath)
  app.useBodyParser('json', { limit: maxBody })
  // Any page may ask: rights come from the bearer token alone, never from a cookie. VS Code in a browser is such a page.
  app.enableCors({ origin: '*', exposedHeaders: ['ETag', 'Retry-After'], maxAge: corsMaxAgeSeconds })
  app.useWebSocketAdapter(new SocketAdapter(app))
  serveOpenApi(app, '0.1.0')
  servePortal(app)
  return app
}
