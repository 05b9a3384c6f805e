import { fileURLToPath } from 'node:url'
import { build as esbuild } from 'esbuild'
import { packPlugin } from '../cli/dist/index.js'

const here = fileURLToPath(new URL('.', import.meta.url))

/** Packs the rule set into `dist`, as `lienthong plugin pack` does for any plugin, and beside it the comparison for the command line. Called by `.ci/build.mjs`, which builds the command line first. */
export async function build() {
  await packPlugin(here)
  await esbuild({
    entryPoints: [`${here}src/compare.ts`],
    outfile: `${here}dist/compare.js`,
    bundle: true,
    packages: 'external',
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
    sourcemap: 'linked',
  })
}
