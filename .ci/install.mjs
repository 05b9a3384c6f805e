// Installs what package-lock.json names when it is missing or older than the lock. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const lock = join(root, 'package-lock.json')
const installed = join(root, 'node_modules', '.lienthong-lock.json')
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Liên Thông needs Node 20.19 or newer; this is ${process.version}.\n`)
  process.exit(1)
}
const isFresh = existsSync(installed) && readFileSync(installed).equals(readFileSync(lock))
if (!isFresh) {
  process.stdout.write(
    'Installing packages (the first time takes some minutes: SQLite may be compiled here) …\n',
  )
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(status ?? 1)
  copyFileSync(lock, installed)
}
