import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NestExpressApplication } from '@nestjs/platform-express'
import { DemoEndService } from './access/demo-end.service.ts'
import { DemoPeopleService } from './access/demo-people.service.ts'
import { createApp } from './app.ts'
import type { Config } from './config/config.ts'
import { StartFailure } from './config/start-failure.ts'
import { HealthService } from './health/health.service.ts'

export interface RunningServer {
  app: NestExpressApplication
  /** The address that people use. */
  url: string
}

/** Migrates, seeds, listens, and answers ready only then. Throws a {@link StartFailure} for what the operator can mend. */
export const startServer = async (config: Config): Promise<RunningServer> => {
  const app = await createApp(config)
  try {
    await app.init()
    if (!config.isDemo) await app.get(DemoEndService).end()
    await listen(app, config)
    const url = config.publicUrl ?? addressOf(app, config)
    if (config.isDemo) await app.get(DemoPeopleService).prepare(url)
    app.get(HealthService).started()
    return { app, url }
  } catch (error) {
    await app.close()
    throw error
  }
}

const addressOf = (app: NestExpressApplication, { host }: Config): string => {
  const { port } = app.getHttpServer().address() as AddressInfo
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${named.includes(':') ? `[${named}]` : named}:${port}`
}

const listen = async (app: NestExpressApplication, { host, port }: Config): Promise<void> => {
  const server: Server = app.getHttpServer()
  // Nest's own `listen` would log the failure that is told below.
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(listenFailure(codeOf(error), host, port) ?? error))
    server.listen(port, host, resolve)
  })
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

const listenFailure = (code: unknown, host: string, port: number): StartFailure | null => {
  if (code === 'EADDRINUSE')
    return new StartFailure('PORT_IN_USE', {
      vi: `Cổng ${port} trên ${host} đang được dùng; có thể Liên Thông đã chạy. Hãy dừng chương trình đó hoặc đặt LIENTHONG_PORT thành một cổng khác.`,
      en: `Port ${port} on ${host} is in use; perhaps Liên Thông runs already. Stop that program, or set LIENTHONG_PORT to another port.`,
    })
  if (code === 'EADDRNOTAVAIL' || code === 'EACCES' || code === 'ENOTFOUND')
    return new StartFailure('ADDRESS_UNAVAILABLE', {
      vi: `Không thể lắng nghe tại ${host}:${port} (${code}). Hãy kiểm tra LIENTHONG_HOST và LIENTHONG_PORT; cổng dưới 1024 cần quyền quản trị.`,
      en: `${host}:${port} cannot be listened on (${code}). Check LIENTHONG_HOST and LIENTHONG_PORT; ports below 1024 need an administrator's rights.`,
    })
  return null
}
