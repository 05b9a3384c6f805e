import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { requireAcceptable } from '../check/loading.ts'
import { Failure, unwritable } from '../failure.ts'
import { bundle } from './bundle.ts'
import { readManifest } from './folder.ts'
import type { PackedPlugin } from './packed-plugin.ts'

/** The longest bundle that a server takes, in characters (`PluginPackage` of the protocol). */
const maxCodeLength = 2_000_000

/** Bundles a plugin folder in memory: `plugin.json` and `src/index.ts`. Errors: FOLDER_NOT_A_PLUGIN, MANIFEST_INVALID, CODE_INVALID, CODE_TOO_LARGE. */
export async function bundlePlugin(folder: string): Promise<PackedPlugin> {
  const authored = await readManifest(folder)
  const entry = 'src/index.ts'
  if (!existsSync(join(folder, entry))) throw new Failure('FOLDER_NOT_A_PLUGIN', { folder, file: entry })
  const code = await bundle(folder, entry)
  if (code.length > maxCodeLength)
    throw new Failure('CODE_TOO_LARGE', { length: code.length, max: maxCodeLength })
  const sha256 = createHash('sha256').update(code).digest('hex')
  return { manifest: { ...authored, main: 'plugin.js', sha256 }, code }
}

/** Bundles a plugin folder and tries it out: what comes back is what a server takes. Errors: those of {@link bundlePlugin} and {@link requireAcceptable}. */
export async function bundleSound(folder: string): Promise<PackedPlugin> {
  const packed = await bundlePlugin(folder)
  await requireAcceptable(packed)
  return packed
}

/** Packs a plugin folder into `dist/plugin.json` and `dist/plugin.js`. Nothing outside of `dist` is written. Errors: those of {@link bundleSound}, FILE_UNWRITABLE. */
export async function packPlugin(folder: string): Promise<PackedPlugin> {
  const packed = await bundleSound(folder)
  const dist = join(folder, 'dist')
  await write(packed, dist).catch(unwritable(dist))
  return packed
}

async function write({ manifest, code }: PackedPlugin, dist: string): Promise<void> {
  await mkdir(dist, { recursive: true })
  await writeFile(join(dist, manifest.main), code)
  await writeFile(join(dist, 'plugin.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
