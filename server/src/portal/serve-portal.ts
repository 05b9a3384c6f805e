import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NestExpressApplication } from '@nestjs/platform-express'
import type { NextFunction, Request, Response } from 'express'

/** The built portal. The path is the same from `src` and from `dist`. */
const builtPortal = fileURLToPath(new URL('../../../portal/dist', import.meta.url))

/** These belong to the server; every other address is a page of the portal. */
const ownAddresses = /^\/(api|health|socket\.io)(\/|$)/

/** The portal talks to this server only. Ant Design writes its styles into the page. */
const contentPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves the portal at `/`: files as they are, every page's address as `index.html`, which finds its page itself. */
export const servePortal = (app: NestExpressApplication, folder = builtPortal): void => {
  app.useStaticAssets(folder, {
    index: false,
    setHeaders: (response: Response, path: string) => {
      // Vite puts a hash of the content into the names of what it builds.
      const isHashed = path.startsWith(join(folder, 'assets'))
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      secure(response)
    },
  })
  app.use((request: Request, response: Response, next: NextFunction) => {
    const page = join(folder, 'index.html')
    const isPage = request.method === 'GET' && !ownAddresses.test(request.path) && request.accepts('html')
    if (!isPage || !existsSync(page)) return next()
    secure(response)
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page)
  })
}

const secure = (response: Response): void => {
  response.setHeader('Content-Security-Policy', contentPolicy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
}
