import { SignInLinksService } from './access/sign-in-links.service.ts'
import type { Config } from './config/config.ts'
import { sayingFullDisk } from './database/full-disk.ts'
import { startServer } from './start.ts'
import { welcome } from './welcome.ts'

/** Runs until SIGTERM or SIGINT, and tells on stdout where it is and how to get in. */
export const serve = (config: Config): Promise<void> => sayingFullDisk(config.dataDir, () => served(config))

const served = async (config: Config): Promise<void> => {
  const { app, url } = await startServer(config)
  app.enableShutdownHooks()
  const secret = await app
    .get(SignInLinksService)
    .forFirstAdministrator()
    .catch(async (error: unknown) => {
      await app.close()
      throw error
    })
  process.stdout.write(welcome(url, config, secret && `${url}/first-administrator/${secret}`))
}
