import { execFile } from 'node:child_process'
import { cp, mkdir, readdir, rename, rm, stat, symlink } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** VS Code 1.100.3, the newest whose server runs on Node 20. */
const version = '4.100.3'
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'lienthong')
const builtins = [
  'theme-defaults',
  'theme-seti',
  'markdown-basics',
  'json',
  'yaml',
  'sql',
  'configuration-editing',
]

/** A VS Code server on this machine. */
export interface VscodeInstallation {
  /** The folder of `out/server-main.js`. */
  server: string
  /** Only the built-in extensions that matter: fewer manifests to scan is a faster start. */
  builtinExtensions: string
}

let installing: Promise<VscodeInstallation> | undefined

/**
 * Installs a VS Code server with its web workbench from the npm tarball of code-server, once per machine and version.
 * Needs only npm: no compiler, no download from elsewhere (its native parts are optional and replaced by stubs).
 */
export const installVscode = (): Promise<VscodeInstallation> => {
  installing ??= install()
  return installing
}

async function install(): Promise<VscodeInstallation> {
  const home = join(cache, `vscode-${version}`)
  const installation = { server: join(home, 'lib/vscode'), builtinExtensions: join(home, 'builtin') }
  if (await exists(home)) return installation
  // Unpacked beside and renamed when whole, so that a broken download is never mistaken for an installation.
  const fresh = join(cache, `vscode-${version}-${process.pid}`)
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { recursive: true })
  await run('npm', ['pack', `code-server@${version}`, '--silent'], { cwd: fresh })
  await run('tar', ['xzf', `code-server-${version}.tgz`, '--strip-components=1'], { cwd: fresh })
  await rm(join(fresh, `code-server-${version}.tgz`))
  const vscode = join(fresh, 'lib/vscode')
  await run('npm', ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
    cwd: vscode,
  })
  await replaceNativeModules(vscode)
  await linkBuiltins(fresh)
  await rename(fresh, home).catch(async error => {
    if (!(await exists(home))) throw error
  })
  return installation
}

async function replaceNativeModules(vscode: string): Promise<void> {
  const stubs = join(dirname(fileURLToPath(import.meta.url)), 'stubs')
  const replacements = {
    '@vscode/spdlog': 'spdlog.cjs',
    'native-watchdog': 'native-watchdog.cjs',
    '@vscode/native-watchdog': 'native-watchdog.cjs',
  }
  for (const [module, stub] of Object.entries(replacements)) {
    const folder = join(vscode, 'node_modules', module)
    if (await exists(folder)) await cp(join(stubs, stub), join(folder, 'index.js'))
  }
}

async function linkBuiltins(home: string): Promise<void> {
  await mkdir(join(home, 'builtin'))
  const present = await readdir(join(home, 'lib/vscode/extensions'))
  for (const name of builtins.filter(b => present.includes(b))) {
    await symlink(join('..', 'lib/vscode/extensions', name), join(home, 'builtin', name))
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )
