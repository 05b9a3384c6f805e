// Bundles the command: a program of a thousand small modules takes a second to start.
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Made of many small ES modules. What else it needs is found beside it when it runs. */
const bundled = [
  '@lienthong/compatibility',
  '@lienthong/plugin-sdk',
  '@lienthong/protocol',
  'zod',
  'yjs',
  'lib0',
]

/** Builds `dist`. Called by `.ci/build.mjs`. */
export async function build() {
  const dist = join(here, 'dist')
  for (const name of await readdir(dist).catch(() => []))
    if (name !== 'types') await rm(join(dist, name), { recursive: true, force: true })
  await esbuild.build({
    entryPoints: [join(here, 'src/main.ts'), join(here, 'src/index.ts')],
    outdir: dist,
    bundle: true,
    splitting: true,
    external: await besideIt(),
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}

/** What the command and the protocol depend on, but for what is bundled. */
async function besideIt() {
  const manifests = await Promise.all(
    ['package.json', '../../protocol/package.json'].map(async name =>
      JSON.parse(await readFile(join(here, name), 'utf8')),
    ),
  )
  const names = manifests.flatMap(({ dependencies }) => Object.keys(dependencies))
  return names.filter(name => !bundled.includes(name))
}
