// Everything that must hold beside the tests. Runs each tool, prints what failed, exits non-zero if any did.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = name => `${root}node_modules/.bin/${name}`
const node = (script, ...args) => [process.execPath, [`${root}${script}`, ...args]]

const checks = {
  install: node('.ci/install.mjs'),
  'style and lint': [bin('biome'), ['check', '--error-on-warnings', '.']],
  types: [bin('tsc'), ['--build', 'tsconfig.json']],
  boundaries: [
    bin('depcruise'),
    ['protocol', 'plugins', 'server', 'extension', 'portal', 'e2e', '--output-type', 'err'],
  ],
  docstrings: [bin('typedoc'), ['--options', '.ci/typedoc.json', '--emit', 'none', '--logLevel', 'Warn']],
  'docstrings of all that authors see': [
    bin('typedoc'),
    ['--options', '.ci/typedoc.sdk.json', '--emit', 'none', '--logLevel', 'Warn'],
  ],
  'rules have tests': node('.ci/rules-have-tests.mjs'),
}

let failed = 0
for (const [name, [command, args]] of Object.entries(checks)) {
  const started = performance.now()
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
  if (status !== 0) failed++
  if (status !== 0 && name === 'install') break
}
process.exit(failed === 0 ? 0 : 1)
