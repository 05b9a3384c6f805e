import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { requireAcceptable } from '../check/loading.ts'
import { Failure, unwritable } from '../failure.ts'
import { bundle } from './bundle.ts'
import { readManifest } from './folder.ts'
import type { BundledPlugin, PackedPlugin } from './packed-plugin.ts'

/** The longest bundle that a server takes, in characters (`PluginPackage` of the protocol). */
const maxCodeLength = 2_000_000

/** Bundles a plugin folder in memory: `plugin.json` and `src/index.ts`. Errors: FOLDER_NOT_A_PLUGIN, MANIFEST_INVALID, CODE_INVALID, CODE_TOO_LARGE. */
export async function bundlePlugin(folder: string): Promise<BundledPlugin> {
  const authored = await readManifest(folder)
  const entry = 'src/index.ts'
  if (!existsSync(join(folder, entry))) throw new Failure('FOLDER_NOT_A_PLUGIN', { folder, file: entry })
  const { code, sourceMap } = await bundle(folder, entry)
  if (code.length > maxCodeLength)
    throw new Failure('CODE_TOO_LARGE', { length: code.length, max: maxCodeLength })
  const sha256 = createHash('sha256').update(code).digest('hex')
  return { manifest: { ...authored, main: 'plugin.js', sha256 }, code, sourceMap }
}

/** Bundles a plugin folder and tries it out. Errors: those of {@link bundlePlugin} and {@link requireAcceptable}. */
export async function bundleSound(folder: string): Promise<BundledPlugin> {
  const bundled = await bundlePlugin(folder)
  await requireAcceptable(bundled)
  return bundled
}

/** What a server takes of it. Errors: those of {@link bundleSound}. */
export async function packedSound(folder: string): Promise<PackedPlugin> {
  const { manifest, code } = await bundleSound(folder)
  return { manifest, code }
}

/** Packs a plugin folder into `dist/plugin.json` and `dist/plugin.js`. Nothing outside of `dist` is written. Errors: those of {@link packedSound}, FILE_UNWRITABLE. */
export async function packPlugin(folder: string): Promise<PackedPlugin> {
  const packed = await packedSound(folder)
  const dist = join(folder, 'dist')
  await write(packed, dist).catch(unwritable(dist))
  return packed
}

async function write({ manifest, code }: PackedPlugin, dist: string): Promise<void> {
  await mkdir(dist, { recursive: true })
  await writeFile(join(dist, manifest.main), code)
  await writeFile(join(dist, 'plugin.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
