// Builds the package: the library as it is; the runner process, its threads and the sandbox's inner half as bundles that need no other file; the same for browsers.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as esbuild } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const require = createRequire(import.meta.url)

/** Builds `dist`. Called by `.ci/build.mjs`. */
export async function build() {
  const dist = join(here, 'dist')
  for (const name of await readdir(dist).catch(() => []))
    if (name !== 'types') await rm(join(dist, name), { recursive: true, force: true })
  await esbuild({
    entryPoints: [join(here, 'src/index.ts'), join(here, 'src/testing.ts')],
    outdir: dist,
    bundle: true,
    splitting: true,
    // One finds its WebAssembly beside itself, the other asks for modules of Node's as no ES module can.
    external: ['libpg-query', 'yaml'],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    conditions: ['source'],
    plugins: [standaloneValidator],
    sourcemap: 'linked',
  })
  await bundleRunner(join(dist, 'runner'))
  await bundleForBrowsers(join(dist, 'browser'))
}

/** Bundles what the runner process needs into one folder: the only folder that it may read. */
export async function bundleRunner(folder) {
  await mkdir(folder, { recursive: true })
  const banner = `import { createRequire as _createRequire } from 'node:module'
import { fileURLToPath as _fileURLToPath } from 'node:url'
const require = _createRequire(import.meta.url)
const __filename = _fileURLToPath(import.meta.url)
const __dirname = _fileURLToPath(new URL('.', import.meta.url))`
  await esbuild({
    entryPoints: { main: join(here, 'src/runner/main.ts'), thread: join(here, 'src/runner/thread.ts') },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifySyntax: true,
    mainFields: ['module', 'main'],
    conditions: ['source'],
    banner: { js: banner },
    plugins: [standaloneValidator],
    logLevel: 'error',
  })
  await addSandbox(folder)
}

/** Bundles what a page serves to run plugins: its module, the plugins' workers, and what both load. */
export async function bundleForBrowsers(folder) {
  await esbuild({
    entryPoints: { index: join(here, 'src/browser/index.ts'), thread: join(here, 'src/browser/thread.ts') },
    outdir: folder,
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    conditions: ['source'],
    plugins: [standaloneValidator, browserModules],
    logLevel: 'error',
  })
  await addSandbox(folder)
}

/** The sandbox's inner half, and the WebAssembly that runs it and reads DDL. */
async function addSandbox(folder) {
  await esbuild({
    entryPoints: [join(here, 'src/guest/main.ts')],
    outfile: join(folder, 'guest.js'),
    bundle: true,
    format: 'iife',
    // QuickJS has fields of classes. Made by functions, they cost every node seven calls.
    target: 'es2022',
    minifySyntax: true,
    conditions: ['source'],
    logLevel: 'error',
  })
  const quickjs = require.resolve('@jitl/quickjs-wasmfile-release-sync/wasm')
  await copyFile(quickjs, join(folder, 'quickjs.wasm'))
  const libpgQuery = join(dirname(require.resolve('libpg-query')), 'libpg-query.wasm')
  await copyFile(libpgQuery, join(folder, 'libpg-query.wasm'))
}

/** The runner may not make code from strings: ajv's validator of the meta-schema is made here instead. */
const standaloneValidator = {
  name: 'standalone-validator',
  setup(builder) {
    builder.onLoad({ filter: /schema-validator\.ts$/ }, async () => {
      const { Ajv2020 } = require('ajv/dist/2020.js')
      const { default: standaloneCode } = require('ajv/dist/standalone')
      const ajv = new Ajv2020({
        strict: false,
        allErrors: true,
        validateFormats: false,
        code: { source: true, esm: true },
      })
      const code = standaloneCode(ajv, ajv.getSchema('https://json-schema.org/draft/2020-12/schema'))
      // Every further breach is added to a copy of those before: of tens of thousands that takes minutes.
      const bounded = code.replaceAll(/vErrors\.concat\(\w+\.errors\)/g, '$&.slice(0, 1000)')
      const contents = `${bounded}\nexport const breachesOf = schema => validate(schema) ? [] : (validate.errors ?? [])`
      return { contents, loader: 'js', resolveDir: here }
    })
  },
}

/** What a browser has in another way. What is left of Node's fails this bundle; only the parser's loader asks for it, in Node. */
const browserModules = {
  name: 'browser-modules',
  setup(builder) {
    const own = name => () => ({ path: join(here, 'src/browser', name) })
    builder.onResolve({ filter: /\/sha256\.ts$/ }, own('sha256.ts'))
    builder.onResolve({ filter: /^\.\/libpg-query\.js$/ }, own('parser-module.ts'))
    builder.onResolve({ filter: /^node:/ }, ({ path, importer }) =>
      importer.endsWith('libpg-query.js') ? { path, external: true } : null,
    )
  },
}

// From source: `node build.mjs <folder>` bundles the runner there, in one step that others never see half done.
const [, script, folder] = process.argv
if (script === fileURLToPath(import.meta.url) && folder) {
  await mkdir(dirname(folder), { recursive: true })
  await removeOldOnes(dirname(folder))
  const draft = await mkdtemp(`${folder}-`)
  await bundleRunner(draft)
  await writeFile(join(draft, 'complete'), '')
  await rename(draft, folder).catch(async () => {
    await readFile(join(folder, 'complete'))
    await rm(draft, { recursive: true, force: true })
  })
}

/** Bundles of sources that have changed since: nobody starts them any more after a day. */
async function removeOldOnes(cache) {
  const dayMs = 24 * 60 * 60 * 1000
  for (const name of await readdir(cache)) {
    const { mtimeMs } = await stat(join(cache, name))
    if (Date.now() - mtimeMs > dayMs) await rm(join(cache, name), { recursive: true, force: true })
  }
}
