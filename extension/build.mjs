// Bundles the extension for both extension hosts, and packages it as one .vsix with `--package`.
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import { withoutUnused } from './without-unused.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))

/** socket.io's builds without its debug logging, which would bring a terminal's colours along: the same sources otherwise. */
const withoutDebugging = () => {
  const require = createRequire(createRequire(import.meta.url).resolve('socket.io-client/package.json'))
  const build = name => require.resolve(name).replace(/([/\\]build[/\\]).*$/, '$1esm/index.js')
  return Object.fromEntries(
    ['socket.io-client', 'engine.io-client', 'socket.io-parser'].map(name => [name, build(name)]),
  )
}

/** The desktop and remote host run Node, the web host a worker: the second bundle uses the worker's own WebSocket. */
const targets = [
  {
    entry: 'src/vscode/desktop.ts',
    outfile: 'dist/desktop.cjs',
    options: { platform: 'node', target: 'node20', mainFields: ['module', 'main'] },
    mostBytes: 375_000,
  },
  {
    entry: 'src/vscode/web.ts',
    outfile: 'dist/web.js',
    options: { platform: 'browser', target: 'es2022' },
    mostBytes: 350_000,
  },
]

/** Builds both bundles into `dist`, and fails when one has grown too large: VS Code reads it whole before the extension can start. */
export async function build() {
  await rm(join(here, 'dist', 'web.js'), { force: true })
  for (const { entry, outfile, options, mostBytes } of targets) {
    await esbuild.build({
      ...options,
      absWorkingDir: here,
      entryPoints: [entry],
      outfile,
      bundle: true,
      minify: true,
      format: 'cjs',
      conditions: ['source'],
      alias: withoutDebugging(),
      plugins: [withoutUnused],
      external: ['vscode', 'bufferutil', 'utf-8-validate'],
      sourcemap: process.env.LIENTHONG_SOURCEMAP ? 'inline' : false,
      legalComments: 'none',
      logLevel: 'warning',
    })
    const { size } = await stat(join(here, outfile))
    process.stdout.write(`${outfile}: ${Math.ceil(size / 1000)} kB\n`)
    if (size > mostBytes && !process.env.LIENTHONG_SOURCEMAP)
      throw new Error(`${outfile} is larger than ${mostBytes} bytes`)
  }
}

/** Writes `lienthong-<version>.vsix` beside this file. */
async function pack() {
  const { createVSIX } = await import('@vscode/vsce')
  const { version } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'))
  const packagePath = join(here, `lienthong-${version}.vsix`)
  await mkdir(join(here, 'dist'), { recursive: true })
  await createVSIX({ cwd: here, packagePath, dependencies: false, allowMissingRepository: true })
}

if (process.argv.includes('--package')) {
  await build()
  await pack()
}
