// Jest's global setup: builds what tests run as its users do, once, before test files run side by side.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const build = fileURLToPath(new URL('build.mjs', import.meta.url))

export default () => {
  const { status } = spawnSync(process.execPath, [build, 'plugins'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error('the build failed')
}
