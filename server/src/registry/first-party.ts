import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { firstPartyIds, packageOf } from '@lienthong/plugin-engine'
import { PluginManifest } from '@lienthong/protocol'
import { sha256Of } from '../database/sha256.ts'

/** A rule set that ships with the product. */
export interface FirstPartyPlugin {
  readonly manifest: PluginManifest
  readonly code: string
  readonly installedAt: string
}

const require = createRequire(import.meta.url)

/** The built bundles of the first-party rule sets. Throws if one is missing: a server without them would call everything clean. */
export const firstPartyPlugins = (): Promise<readonly FirstPartyPlugin[]> =>
  Promise.all(firstPartyIds.map(id => read(packageOf(id))))

const read = async (name: string): Promise<FirstPartyPlugin> => {
  const path = require.resolve(`${name}/plugin.json`)
  const manifest = PluginManifest.parse(JSON.parse(await readFile(path, 'utf8')))
  const main = join(dirname(path), manifest.main)
  const code = await readFile(main, 'utf8')
  if (sha256Of(code) !== manifest.sha256) throw new Error(`${name}: the bundle is not what its manifest says`)
  return { manifest, code, installedAt: (await stat(main)).mtime.toISOString() }
}
