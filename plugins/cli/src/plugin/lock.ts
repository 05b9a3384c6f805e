import { dirname } from 'node:path'
import { Config, configFor } from '../config/config.ts'
import { writeLock } from '../config/lock.ts'
import { configName, lockName } from '../config/names.ts'
import { pluginsOf } from '../config/plugins.ts'
import { Failure } from '../failure.ts'
import type { Io } from '../io.ts'

/** `lienthong plugin lock`: from now on `check` refuses other content of these plugins. Errors: CONFIG_MISSING, those of reading a configuration and its plugins. */
export async function lockPlugins(folder: string, io: Io): Promise<number> {
  const file = configFor(folder)
  if (!file) throw new Failure('CONFIG_MISSING', { file: configName, folder })
  const plugins = await pluginsOf(await Config.read(file, io.cwd))
  await writeLock(dirname(file), plugins)
  const listed = plugins.map(({ manifest }) => `${manifest.id} ${manifest.version}`).join(', ')
  io.out(io.speech.say('locked', { file: lockName, plugins: listed }))
  return 0
}
