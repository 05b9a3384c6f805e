import { setFlagsFromString } from 'node:v8'
import { Config } from './config/config.ts'
import { StartFailure } from './config/start-failure.ts'

/** Tells supervisors that starting again will not help before somebody has mended something. */
const cannotStart = 2

try {
  const config = Config.from(process.env)
  // Loading leaves garbage that the young generation would grow for, and V8 does not give that back: 25 MB of an idle server.
  setFlagsFromString('--semi-space-growth-factor=1')
  // What survives is little: threads that share the collecting cost more to wake than they save.
  setFlagsFromString('--no-parallel-scavenge')
  // Loaded only now: a mistake in the settings shows at once.
  const { serve } = await import('./serve.ts')
  await serve(config)
  setFlagsFromString('--semi-space-growth-factor=2')
  // V8 would let garbage grow to several times what is in use before it looks: 200 MB with a thousand documents in which people write.
  setFlagsFromString('--heap-growing-percent=50')
} catch (error) {
  if (!(error instanceof StartFailure)) throw error
  process.stderr.write(`\n${error.code}\n${error.text.vi}\n${error.text.en}\n\n`)
  process.exitCode = cannotStart
}
